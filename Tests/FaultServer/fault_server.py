#!/usr/bin/env python3
"""An HTTP server on loopback that serves a folder, and does wrong what its URLs say. README.md lists the faults.

usage: fault_server.py --root FOLDER [--remove] [--seconds N]

Prints one line of JSON with its ports, and ends when its standard input does or after N seconds (600); with --remove the
folder goes then too.
"""
import argparse
import json
import os
import shutil
import socket
import sys
import tempfile
import threading

from answers import answer
from certificates import contexts
from log import LOG
from proxy import serve_proxy
from wire import Closed, read_head


def bound():
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("127.0.0.1", 0))
    return server


def listen():
    server = bound()
    server.listen(128)
    return server


def accept(server, serve):
    def loop():
        while True:
            connection, _ = server.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=guarded, args=(serve, connection), daemon=True).start()

    threading.Thread(target=loop, daemon=True).start()
    return server.getsockname()[1]


def guarded(serve, connection):
    try:
        serve(connection)
    except (Closed, OSError, ValueError):
        pass  # the client went away, or sent no HTTP
    finally:
        try:
            connection.close()
        except OSError:
            pass


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--root", required=True)
    options.add_argument("--remove", action="store_true")
    options.add_argument("--seconds", type=float, default=600)
    given = options.parse_args()
    secrets = tempfile.mkdtemp(prefix="landgrade-fault-server-")
    places = {"root": os.path.realpath(given.root)}

    def serve_http(connection):
        while True:
            request = read_head(connection)
            if not answer(connection, request, places):
                return

    def serve_tls(name, context):
        def serve(connection):
            entry = LOG.add(f"tls-{name}", {"event": "connection", "error": None})
            try:
                secure = context.wrap_socket(connection, server_side=True)
            except OSError as error:
                entry["error"] = type(error).__name__
                raise
            serve_http(secure)

        return serve

    places["http"] = accept(listen(), serve_http)
    places["other"] = accept(listen(), serve_http)
    closed = bound()  # held, so that nobody else listens there
    ports = {"http": places["http"], "other": places["other"], "closed": closed.getsockname()[1]}
    authority, secure = contexts(secrets)
    ports["authority"] = authority
    ports["tls"] = {name: accept(listen(), serve_tls(name, context)) for name, context in secure.items()}
    places["tls"] = ports["tls"]
    ports["proxy"] = {mode: accept(listen(), serve_proxy(mode)) for mode in ("good", "403", "407")}
    print(json.dumps(ports), flush=True)

    timer = threading.Timer(given.seconds, lambda: os._exit(3))
    timer.daemon = True
    timer.start()
    try:
        while sys.stdin.buffer.read(65536):
            pass
    finally:
        for folder in [secrets] + [given.root] * given.remove:
            shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)


if __name__ == "__main__":
    main()

"""An HTTP proxy that takes every host for this one. It logs into the session `proxy-MODE`."""
import base64
import socket
import threading
from urllib.parse import urlsplit

from log import LOG
from wire import read_head, send

ALLOWED = "Basic " + base64.b64encode(b"clerk:proxy-secret").decode()


def serve_proxy(mode):
    def serve(connection):
        request = read_head(connection)
        LOG.add(f"proxy-{mode}", {
            "method": request.method, "target": request.target, "headers": request.headers})
        if mode == "403":
            refuse(connection, "403 Forbidden")
            return
        if mode == "407" and request.header("Proxy-Authorization") != ALLOWED:
            refuse(connection, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"")
            return
        if request.method == "CONNECT":
            server = socket.create_connection(("127.0.0.1", int(request.target.rsplit(":", 1)[1])))
            send(connection, b"HTTP/1.1 200 Connection established\r\nETag: \"of the proxy\"\r\n\r\n")
            threading.Thread(target=pump, args=(connection, server), daemon=True).start()
        else:
            url = urlsplit(request.target)
            server = socket.create_connection(("127.0.0.1", url.port or 80))
            path = url.path + (f"?{url.query}" if url.query else "")
            lines = [f"{request.method} {path} HTTP/1.1"]
            lines += [f"{key}: {value}" for key, value in request.headers if not key.lower().startswith("proxy-")]
            send(server, ("\r\n".join(lines) + "\r\nConnection: close\r\n\r\n").encode("latin-1"))
            server.shutdown(socket.SHUT_WR)
        pump(server, connection)

    return serve


def refuse(connection, status):
    send(connection, f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())


def pump(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass  # one of the two has gone
    for end in (source, target):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

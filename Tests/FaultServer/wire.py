"""Requests off the wire, and bytes onto it at a given pace."""
import socket
import struct
import time


class Closed(Exception):
    """The client has gone, or we have ended the connection on purpose."""


class Request:
    def __init__(self, method, target, headers):
        self.method, self.target, self.headers = method, target, headers

    def header(self, name):
        for key, value in self.headers:
            if key.lower() == name.lower():
                return value
        return None


def read_head(connection):
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(65536)
        if not part or len(data) > 1 << 20:
            raise Closed
        data += part
        if data[0] == 0x16:  # a TLS handshake
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
            raise Closed
    lines = data.split(b"\r\n\r\n", 1)[0].decode("latin-1").split("\r\n")
    method, target, _ = lines[0].split(" ", 2)
    headers = [tuple(part.strip() for part in line.split(":", 1)) for line in lines[1:]]
    return Request(method, target, headers)


def send(connection, data, rate=None):
    """At `rate` bytes a second: a few bytes at a time, ten times a second at most."""
    if not rate:
        connection.sendall(data)
        return
    step = max(1, int(rate / 10))
    for start in range(0, len(data), step):
        part = data[start:start + step]
        connection.sendall(part)
        time.sleep(len(part) / rate)


def reset(connection):
    """Ends with RST instead of FIN, so that the client sees an error and not an end."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    raise Closed

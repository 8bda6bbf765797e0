"""A throw-away authority and the servers it vouches for, rightly and wrongly, made by the openssl command."""
import os
import ssl
import subprocess
import warnings


def contexts(folder):
    """The authority's certificate file, and a server context by name."""
    def openssl(*words):
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    def key(name):
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", f"{name}.key")

    def self_signed(name, *more):
        key(name)
        openssl("req", "-new", "-x509", "-key", f"{name}.key", "-out", f"{name}.pem", "-subj", f"/CN=landgrade {name}",
                "-days", "2", *more)

    def vouched(name, names, days):
        key(name)
        openssl("req", "-new", "-key", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={name}")
        with open(os.path.join(folder, f"{name}.ext"), "w") as file:
            file.write(f"subjectAltName={names}\n")
        openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "authority.pem", "-CAkey", "authority.key",
                "-CAcreateserial", "-out", f"{name}.pem", "-days", str(days), "-extfile", f"{name}.ext")

    here = "IP:127.0.0.1,DNS:localhost"
    self_signed("authority")
    self_signed("self-signed", "-addext", f"subjectAltName={here}")
    vouched("good", here, 2)
    vouched("expired", here, -1)
    vouched("wrong-host", "DNS:other.example", 2)

    def context(name):
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        made.load_cert_chain(os.path.join(folder, f"{name}.pem"), os.path.join(folder, f"{name}.key"))
        return made

    servers = {name: context(name) for name in ("good", "self-signed", "expired", "wrong-host")}
    old = context("good")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        old.set_ciphers("ALL:@SECLEVEL=0")
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1
    servers["tls1.0"] = old
    return os.path.join(folder, "authority.pem"), servers

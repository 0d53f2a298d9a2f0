"""How parts are written down."""


def encode_base64(msg):
    from base64 import encodebytes

    payload = msg.get_payload()
    msg.set_payload(encodebytes(payload if isinstance(payload, bytes) else payload.encode()).decode())
    msg["Content-Transfer-Encoding"] = "base64"

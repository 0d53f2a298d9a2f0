"""MIMEImage."""

from email.mime.base import MIMEBase


class MIMEImage(MIMEBase):
    def __init__(self, _data, _subtype="octet-stream", _encoder=None, *, policy=None, **_params):
        from base64 import encodebytes

        super().__init__("image", _subtype, **_params)
        self["Content-Transfer-Encoding"] = "base64"
        self._payload = encodebytes(_data).decode()

"""MIMEText."""

from email.mime.base import MIMEBase


class MIMEText(MIMEBase):
    def __init__(self, _text, _subtype="plain", _charset=None, *, policy=None):
        charset = _charset or ("us-ascii" if _text.isascii() else "utf-8")
        super().__init__("text", _subtype, charset=charset)
        if charset == "utf-8":
            from base64 import encodebytes

            self["Content-Transfer-Encoding"] = "base64"
            self._payload = encodebytes(_text.encode()).decode()
        else:
            self["Content-Transfer-Encoding"] = "7bit"
            self._payload = _text

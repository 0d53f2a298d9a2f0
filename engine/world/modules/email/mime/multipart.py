"""MIMEMultipart."""

from email.mime.base import MIMEBase


class MIMEMultipart(MIMEBase):
    def __init__(self, _subtype="mixed", boundary=None, _subparts=None, *, policy=None, **_params):
        super().__init__("multipart", _subtype, **_params)
        self._payload = []
        for each in _subparts or ():
            self.attach(each)

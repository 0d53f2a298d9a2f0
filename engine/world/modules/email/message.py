"""Message and EmailMessage: headers in order, a body, parts."""


class Message:
    def __init__(self, policy=None):
        self._headers = []
        self._payload = None
        self._boundary = "===============1234567890123456789=="

    def __setitem__(self, name, value):
        self._headers.append((name, str(value)))

    def __getitem__(self, name):
        return self.get(name)

    def __delitem__(self, name):
        self._headers = [pair for pair in self._headers if pair[0].lower() != name.lower()]

    def __contains__(self, name):
        return self.get(name) is not None

    def __len__(self):
        return len(self._headers)

    def __iter__(self):
        return iter(self.keys())

    def get(self, name, failobj=None):
        for key, value in self._headers:
            if key.lower() == name.lower():
                return value
        return failobj

    def get_all(self, name, failobj=None):
        return [value for key, value in self._headers if key.lower() == name.lower()] or failobj

    def keys(self):
        return [key for key, value in self._headers]

    def values(self):
        return [value for key, value in self._headers]

    def items(self):
        return list(self._headers)

    def add_header(self, _name, _value, **_params):
        text = "".join([f'; {key.replace("_", "-")}="{value}"' for key, value in _params.items()])
        self._headers.append((_name, _value + text))

    def replace_header(self, _name, _value):
        self._headers = [(key, _value if key.lower() == _name.lower() else value) for key, value in self._headers]

    def is_multipart(self):
        return isinstance(self._payload, list)

    def get_content_type(self):
        return self.get("Content-Type", "text/plain").partition(";")[0].strip()

    def get_content_maintype(self):
        return self.get_content_type().partition("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().partition("/")[2]

    def get_content_charset(self, failobj=None):
        kind = self.get("Content-Type", "")
        at = kind.find("charset=")
        return kind[at + 8:].strip('" ').lower() if at >= 0 else failobj

    def set_payload(self, payload, charset=None):
        self._payload = payload

    def get_payload(self, i=None, decode=False):
        if decode and isinstance(self._payload, str):
            return self._payload.encode()
        return self._payload if i is None else self._payload[i]

    def attach(self, payload):
        self._payload = [payload] if self._payload is None else self._payload + [payload]

    def walk(self):
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()

    def set_charset(self, charset):
        pass

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        if self.is_multipart():
            mark = self._boundary
            for key, value in self._headers:
                if key.lower() == "content-type" and "boundary" not in value:
                    self.replace_header("Content-Type", f'{value}; boundary="{mark}"')
            body = "".join([f"--{mark}\n{part.as_string()}\n" for part in self._payload]) + f"--{mark}--\n"
        else:
            body = "" if self._payload is None else self._payload
        return "".join([f"{key}: {value}\n" for key, value in self._headers]) + "\n" + body

    __str__ = as_string

    def as_bytes(self, unixfrom=False, policy=None):
        return self.as_string().encode()

    __bytes__ = as_bytes


class EmailMessage(Message):
    def set_content(self, content, subtype="plain", charset="utf-8", **kwargs):
        if isinstance(content, bytes):
            from base64 import encodebytes

            self["Content-Type"] = f"{kwargs.get('maintype', 'application')}/{subtype}"
            self["Content-Transfer-Encoding"] = "base64"
            self._payload = encodebytes(content).decode()
        else:
            for name in ("Content-Type", "Content-Transfer-Encoding"):
                del self[name]
            self["Content-Type"] = f'text/{subtype}; charset="{charset}"'
            self["Content-Transfer-Encoding"] = "7bit" if content.isascii() else "8bit"
            self._payload = content if content.endswith("\n") else content + "\n"
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"

    def get_content(self):
        return self._payload

    def get_body(self, preferencelist=("related", "html", "plain")):
        if not self.is_multipart():
            return self
        return self._payload[0]

    def _make_multipart(self, kind):
        if self.get_content_type() == f"multipart/{kind}":
            return
        part = EmailMessage()
        part._headers = [pair for pair in self._headers if pair[0].lower().startswith("content-")]
        part._payload = self._payload
        self._headers = [pair for pair in self._headers if not pair[0].lower().startswith("content-")]
        self["Content-Type"] = f"multipart/{kind}"
        self._payload = [part]

    def add_alternative(self, content, subtype="plain", **kwargs):
        self._add("alternative", content, subtype, kwargs)

    def add_attachment(self, content, subtype="octet-stream", maintype="application", filename=None, **kwargs):
        self._add("mixed", content, subtype, {"maintype": maintype})
        part = self._payload[-1]
        part.add_header("Content-Disposition", "attachment", **({"filename": filename} if filename else {}))

    def add_related(self, content, subtype="plain", **kwargs):
        self._add("related", content, subtype, kwargs)

    def _add(self, kind, content, subtype, kwargs):
        self._make_multipart(kind)
        part = EmailMessage()
        if isinstance(content, bytes):
            part.set_content(content, subtype, **kwargs)
        else:
            part.set_content(content, subtype)
        self._payload.append(part)

    def iter_parts(self):
        return iter(self._payload if self.is_multipart() else [])

    def iter_attachments(self):
        return iter(self._payload[1:] if self.is_multipart() else [])


MIMEPart = EmailMessage

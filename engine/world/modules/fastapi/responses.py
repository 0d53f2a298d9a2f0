"""Answers."""

import _web


class Response:
    media_type = "text/plain"

    def __init__(self, content=b"", status_code=200, headers=None, media_type=None, background=None):
        self.status_code = status_code
        self.headers = _web.Headers(headers or {})
        self.body = self.render(content)
        kind = media_type or self.media_type
        if kind:
            self.headers.setdefault("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))

    def render(self, content):
        return content.encode() if isinstance(content, str) else content or b""


class PlainTextResponse(Response):
    pass


class HTMLResponse(Response):
    media_type = "text/html"


class JSONResponse(Response):
    media_type = "application/json"

    def render(self, content):
        import json

        return json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()


class RedirectResponse(Response):
    def __init__(self, url, status_code=307, headers=None, background=None):
        super().__init__(b"", status_code, {"Location": str(url), **(headers or {})})


class StreamingResponse(Response):
    """Its pieces are sent as they come."""

    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None):
        super().__init__(b"", status_code, headers, media_type)
        self.pieces = content

"""Where certificates are."""


def where():
    return "/etc/ssl/certs/ca-certificates.crt"


def contents():
    return ""

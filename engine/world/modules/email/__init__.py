"""Mail messages."""


def message_from_string(s, *args, **kws):
    from email.message import EmailMessage

    head, _, body = s.partition("\n\n")
    made = EmailMessage()
    name = None
    for line in head.splitlines():
        if line[:1] in " \t" and name is not None:
            made.replace_header(name, made[name] + " " + line.strip())
        else:
            name, _, value = line.partition(":")
            made[name] = value.strip()
    made._payload = body
    return made


def message_from_bytes(s, *args, **kws):
    return message_from_string(s.decode("utf-8", "replace"))

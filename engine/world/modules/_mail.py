"""The mail server of the world. smtplib talks to it in whole calls, other programs line by line over a socket."""

import _hosts
import _net
import _world

settings = _world.settings()["mail"]


def knows(address):
    return not any([_world.matches(pattern, address) for pattern in settings["refused"]])


def accepts_login(user, password):
    return not settings["user"] or (user, password) == (settings["user"], settings["password"])


def failure(host, port):
    """How connecting fails, or ''."""
    if _net.is_local(host):
        return "" if port in _hosts._MAIL_PORTS else "refused"
    return _hosts.connection_failure(host, port)


def subject_of(text):
    for line in text.splitlines():
        if not line.strip():
            break
        if line.lower().startswith("subject:"):
            return line[8:].strip()
    return ""


def deliver(sender, recipients, text):
    subject = subject_of(text)
    _world.mail_sent(f"from {sender} to {', '.join(recipients)}" + (f": {subject}" if subject else ""))


class MailHost:
    """The server at the other end of a socket."""

    connect_seconds = _net.CONNECT_SECONDS

    def __init__(self, client):
        self.client = client
        self.buffer = b""
        self.sender = ""
        self.recipients = []
        self.data = None
        _world.at(settings["connect"], self.say, "220 mail.world ESMTP")

    def say(self, text):
        self.client.receive(text.encode() + b"\r\n")

    def receive(self, data):
        self.buffer += data
        while b"\r\n" in self.buffer:
            line, _, self.buffer = self.buffer.partition(b"\r\n")
            if self.data is not None:
                self.take(line)
            else:
                _world.at(settings["latency"], self.say, self.answer(line.decode("utf-8", "replace")))

    def take(self, line):
        if line != b".":
            self.data.append(line.decode("utf-8", "replace").removeprefix("."))
            return
        text, self.data = "\n".join(self.data), None
        deliver(self.sender, self.recipients, text)
        self.recipients = []
        _world.at(settings["deliver"], self.say, "250 OK")

    def answer(self, line):
        word = line[:4].upper()
        address = line.partition("<")[2].partition(">")[0]
        if word == "EHLO":
            return "250-mail.world\r\n250 AUTH LOGIN PLAIN"
        if word == "MAIL":
            self.sender = address
        elif word == "RCPT":
            if not knows(address):
                return f"550 {address}: no such user"
            self.recipients.append(address)
        elif word == "DATA":
            self.data = []
            return "354 go on, end with ."
        elif word == "AUTH":
            return "235 accepted"
        elif word == "QUIT":
            _world.at(settings["latency"], self.client.receive_eof)
            return "221 bye"
        return "250 OK"

    def receive_eof(self):
        pass

    peer = None

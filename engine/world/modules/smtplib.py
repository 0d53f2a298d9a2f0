"""Sending mail. Every call blocks its thread until the mail server has answered."""

import _hosts
import _mail
import _world

SMTP_PORT = 25
SMTP_SSL_PORT = 465


class SMTPException(OSError):
    pass


class SMTPNotSupportedError(SMTPException):
    pass


class SMTPServerDisconnected(SMTPException):
    pass


class SMTPResponseException(SMTPException):
    def __init__(self, code, msg):
        self.smtp_code = code
        self.smtp_error = msg
        self.args = (code, msg)


class SMTPSenderRefused(SMTPResponseException):
    def __init__(self, code, msg, sender):
        super().__init__(code, msg)
        self.sender = sender
        self.args = (code, msg, sender)


class SMTPRecipientsRefused(SMTPException):
    def __init__(self, recipients):
        self.recipients = recipients
        self.args = (recipients,)


class SMTPDataError(SMTPResponseException):
    pass


class SMTPConnectError(SMTPResponseException):
    pass


class SMTPHeloError(SMTPResponseException):
    pass


class SMTPAuthenticationError(SMTPResponseException):
    pass


class SMTP:
    default_port = SMTP_PORT

    def __init__(self, host="", port=0, local_hostname=None, timeout=None, source_address=None):
        self.timeout = timeout
        self._connected = False
        if host:
            self.connect(host, port)

    def _say(self, what, seconds=None):
        if not self._connected:
            raise SMTPServerDisconnected("please run connect() first")
        self._wait(f"SMTP.{what}()", _mail.settings["latency"] if seconds is None else seconds)

    def _wait(self, what, seconds):
        _world.block(what, seconds)

    def connect(self, host="localhost", port=0, source_address=None):
        name, colon, number = host.partition(":")
        port = port or (int(number) if number else self.default_port)
        seconds = _mail.settings["connect"]
        if self.timeout and self.timeout < seconds:
            self._wait(f"smtplib.SMTP({host!r})", self.timeout)
            raise TimeoutError("timed out")
        self._wait(f"smtplib.SMTP({host!r})", seconds)
        problem = _mail.failure(name, port)
        if problem:
            raise _hosts.failed(problem)
        self._connected = True
        return 220, b"mail.world ESMTP"

    def set_debuglevel(self, debuglevel):
        pass

    def ehlo(self, name=""):
        self._say("ehlo")
        return 250, b"mail.world\nAUTH LOGIN PLAIN"

    helo = ehlo

    def ehlo_or_helo_if_needed(self):
        pass

    def has_extn(self, opt):
        return opt.lower() in ("auth", "starttls", "8bitmime")

    def starttls(self, keyfile=None, certfile=None, context=None):
        self._say("starttls")
        return 220, b"ready"

    def login(self, user, password, *, initial_response_ok=True):
        self._say("login")
        if not _mail.accepts_login(user, password):
            raise SMTPAuthenticationError(535, b"Authentication failed")
        return 235, b"Authentication succeeded"

    def noop(self):
        self._say("noop")
        return 250, b"OK"

    def verify(self, address):
        self._say("verify")
        return (250, b"OK") if _mail.knows(address) else (550, b"no such user")

    def sendmail(self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()):
        recipients = [to_addrs] if isinstance(to_addrs, str) else list(to_addrs)
        text = msg if isinstance(msg, str) else msg.decode("utf-8", "replace")
        self._say("sendmail", _mail.settings["latency"])
        refused = {each: (550, f"{each}: no such user".encode()) for each in recipients if not _mail.knows(each)}
        if len(refused) == len(recipients):
            raise SMTPRecipientsRefused(refused)
        self._say("sendmail", _mail.settings["deliver"])
        _mail.deliver(from_addr, [each for each in recipients if each not in refused], text)
        return refused

    def send_message(self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()):
        from email.utils import getaddresses

        sender = from_addr or getaddresses([str(msg["From"] or "")])[0][1]
        if to_addrs is None:
            fields = [str(msg[name]) for name in ("To", "Cc", "Bcc") if msg[name]]
            to_addrs = [address for name, address in getaddresses(fields)]
        return self.sendmail(sender, to_addrs, msg.as_string())

    def quit(self):
        self._say("quit")
        self._connected = False
        return 221, b"bye"

    def close(self):
        self._connected = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self._connected:
            self.quit()


class SMTP_SSL(SMTP):
    default_port = SMTP_SSL_PORT

    def __init__(self, host="", port=0, local_hostname=None, keyfile=None, certfile=None, timeout=None,
                 source_address=None, context=None):
        super().__init__(host, port, local_hostname, timeout, source_address)


class LMTP(SMTP):
    pass

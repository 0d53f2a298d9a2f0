"""Mail from asyncio: what smtplib does, with waits that let other tasks run."""

import asyncio
import smtplib

import _mail
from asyncio.loop_methods import _wait_for_world
from smtplib import SMTPAuthenticationError, SMTPException, SMTPRecipientsRefused, SMTPServerDisconnected

__all__ = ["SMTP", "SMTPAuthenticationError", "SMTPConnectError", "SMTPException", "SMTPRecipientsRefused",
           "SMTPServerDisconnected", "send"]


class SMTPConnectError(SMTPException, ConnectionError):
    pass


class _Client(smtplib.SMTP):
    def _wait(self, what, seconds):
        """Who calls has waited."""


class SMTP:
    def __init__(self, hostname="localhost", port=None, username=None, password=None, timeout=60, use_tls=False,
                 start_tls=None, **options):
        self.hostname = hostname
        self.port = port or (465 if use_tls else 587 if start_tls else 25)
        self.timeout = timeout
        self._login = username, password
        self._start_tls = start_tls
        self._client = _Client()

    is_connected = property(lambda self: self._client._connected)

    async def _do(self, seconds, function, *args, **kwargs):
        await _wait_for_world(asyncio.get_running_loop(), seconds, f"{self.hostname}:{self.port}")
        return function(*args, **kwargs)

    async def connect(self, hostname=None, port=None, **options):
        self.hostname, self.port = hostname or self.hostname, port or self.port
        try:
            answer = await self._do(_mail.settings["connect"], self._client.connect, self.hostname, self.port)
        except OSError as error:
            raise SMTPConnectError(f"Error connecting to {self.hostname} on port {self.port}: {error}") from error
        if self._start_tls:
            await self.starttls()
        if self._login[0] is not None:
            await self.login(*self._login)
        return answer

    async def ehlo(self, hostname=None):
        return await self._do(_mail.settings["latency"], self._client.ehlo)

    async def starttls(self, **options):
        return await self._do(_mail.settings["latency"], self._client.starttls)

    async def login(self, username, password):
        return await self._do(_mail.settings["latency"], self._client.login, username, password)

    async def sendmail(self, sender, recipients, message, **options):
        seconds = _mail.settings["latency"] + _mail.settings["deliver"]
        return await self._do(seconds, self._client.sendmail, sender, recipients, message), "OK"

    async def send_message(self, message, sender=None, recipients=None, **options):
        seconds = _mail.settings["latency"] + _mail.settings["deliver"]
        return await self._do(seconds, self._client.send_message, message, sender, recipients), "OK"

    async def quit(self):
        return await self._do(_mail.settings["latency"], self._client.quit)

    def close(self):
        self._client.close()

    async def __aenter__(self):
        if not self.is_connected:
            await self.connect()
        return self

    async def __aexit__(self, *exc):
        if self.is_connected:
            await self.quit()


async def send(message, /, *, sender=None, recipients=None, hostname="localhost", **options):
    """Connects, sends one message, says goodbye."""
    async with SMTP(hostname, **options) as client:
        if isinstance(message, (str, bytes)):
            return await client.sendmail(sender, recipients, message)
        return await client.send_message(message, sender, recipients)

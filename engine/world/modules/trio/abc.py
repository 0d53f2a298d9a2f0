"""What trio's channels have in common."""


class AsyncResource:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.aclose()


class SendChannel(AsyncResource):
    pass


class ReceiveChannel(AsyncResource):
    pass


class Channel(SendChannel, ReceiveChannel):
    pass


class Instrument:
    pass


class Clock:
    pass

"""Servers and clients of TCP."""

from curio import socket
from curio._groups import TaskGroup


async def open_connection(host, port, *, ssl=None, source_addr=None, server_hostname=None, alpn_protocols=None):
    return await socket.create_connection((host, port))


def tcp_server_socket(host, port, family=socket.AF_INET, backlog=100, reuse_address=True, reuse_port=False):
    made = socket.socket(family, socket.SOCK_STREAM)
    made.bind((host, port))
    made.listen(backlog)
    return made


async def run_server(sock, client_connected_task, ssl=None):
    async def handle(client, address):
        async with client:
            await client_connected_task(client, address)

    handle.__name__ = handle.__qualname__ = getattr(client_connected_task, "__qualname__", "client")
    async with sock, TaskGroup() as clients:
        while True:
            client, address = await sock.accept()
            await clients.spawn(handle, client, address, daemon=True)


async def tcp_server(host, port, client_connected_task, *, family=socket.AF_INET, backlog=100, ssl=None,
                     reuse_address=True, reuse_port=False):
    """Accepts for ever; each connection has a task of its own."""
    await run_server(tcp_server_socket(host, port, family, backlog), client_connected_task)

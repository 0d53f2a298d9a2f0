"""A socket that can be written to is ready at once: who asks for that in a loop still lets other threads run."""
import selectors
import socket
import threading

selector = selectors.DefaultSelector()
listener = socket.create_server(("127.0.0.1", 6543))
listener.setblocking(False)
selector.register(listener, selectors.EVENT_READ)

def client():
    with socket.create_connection(("127.0.0.1", 6543)) as connection:
        connection.sendall(b"hello")
        print("client got", connection.recv(100))

thread = threading.Thread(target=client)
thread.start()
waiting, is_over = b"", False
while not is_over:
    for key, events in selector.select():
        if key.fileobj is listener:
            connection, address = listener.accept()
            connection.setblocking(False)
            selector.register(connection, selectors.EVENT_READ | selectors.EVENT_WRITE)
            continue
        if events & selectors.EVENT_READ:
            data = key.fileobj.recv(1024)
            if data:
                waiting += data
            else:
                selector.unregister(key.fileobj)
                is_over = True
        if events & selectors.EVENT_WRITE and waiting:
            waiting = waiting[key.fileobj.send(waiting):]
thread.join()
print("over")

# What it prints:
#=> client got b'hello'
#=> over

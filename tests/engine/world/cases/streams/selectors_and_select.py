# selectors and select.
import selectors, socket, threading, time, select
sel = selectors.DefaultSelector()
def accept(sock, mask):
    conn, addr = sock.accept()
    print("accepted"); conn.setblocking(False)
    sel.register(conn, selectors.EVENT_READ, read)
def read(conn, mask):
    data = conn.recv(1000)
    if data:
        print("echoing", repr(data)); conn.send(data)
    else:
        print("closing"); sel.unregister(conn); conn.close(); done.append(1)
done = []
sock = socket.socket(); sock.bind(("localhost", 1234)); sock.listen(100); sock.setblocking(False)
try: sock.accept()
except BlockingIOError as e: print(e)
sel.register(sock, selectors.EVENT_READ, accept)
def client():
    s = socket.create_connection(("localhost", 1234))
    for w in (b"one", b"two"):
        time.sleep(0.1); s.sendall(w); print("got", s.recv(10))
    s.close()
threading.Thread(target=client).start()
while not done:
    for key, mask in sel.select(timeout=5):
        key.data(key.fileobj, mask)
print(sel.select(timeout=0.1), len(sel.get_map()))
a, b = socket.socketpair()
print(select.select([a], [], [], 0.1)); b.send(b"x"); print(len(select.select([a], [], [], 1)[0]))
#=> [Errno 11] Resource temporarily unavailable
#=> accepted
#=> echoing b'one'
#=> got b'one'
#=> echoing b'two'
#=> got b'two'
#=> closing
#=> [] 1
#=> ([], [], [])
#=> 1

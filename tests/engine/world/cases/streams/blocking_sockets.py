# Blocking sockets between threads.
import socket, threading
def server(s):
    conn, addr = s.accept()
    with conn:
        print("connected by", addr[0])
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(data.upper())
    print("server done")
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("localhost", 50007))
s.listen(1)
t = threading.Thread(target=server, args=(s,))
t.start()
with socket.create_connection(("localhost", 50007), timeout=5) as c:
    c.sendall(b"hello")
    print(c.recv(1024))
    c.sendall(b"again")
    print(c.recv(1024))
t.join()
try:
    socket.create_connection(("localhost", 1)).close()
except OSError as e:
    print(type(e).__name__, e)
c = socket.socket(); c.settimeout(0.5)
c.connect(("localhost", 50007))
try: c.recv(10)
except TimeoutError as e: print("timeout", e)
a, b = socket.socketpair()
f = a.makefile("rb"); b.sendall(b"l1\nl2\n"); b.close()
print(f.readline(), f.read())
#=> connected by 127.0.0.1
#=> b'HELLO'
#=> b'AGAIN'
#=> server done
#=> ConnectionRefusedError [Errno 111] Connection refused
#=> timeout timed out
#=> b'l1\n' b'l2\n'

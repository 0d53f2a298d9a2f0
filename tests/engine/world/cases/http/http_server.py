# http.server in a thread, urllib against it.
from http.server import HTTPServer, BaseHTTPRequestHandler
import threading, urllib.request, json
class H(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.send_header("Content-Type", "text/plain"); self.end_headers(); self.wfile.write(b"hello " + self.path.encode())
    def do_POST(self):
        n = int(self.headers["Content-Length"]); d = json.loads(self.rfile.read(n))
        self.send_response(201); self.end_headers(); self.wfile.write(json.dumps(d[::-1]).encode())
    def log_message(self, *a): pass
s = HTTPServer(("localhost", 8000), H)
t = threading.Thread(target=s.serve_forever, daemon=True); t.start()
print(urllib.request.urlopen("http://localhost:8000/x?y=1").read())
print(urllib.request.urlopen("http://localhost:8000/", data=b"[1,2]").read())
try: urllib.request.urlopen(urllib.request.Request("http://localhost:8000/", method="PUT"))
except Exception as e: print(e)
s.shutdown(); t.join(); s.server_close(); print("done")
#=> b'hello /x?y=1'
#=> b'[2, 1]'
#=> HTTP Error 501: Unsupported method ('PUT')
#=> done

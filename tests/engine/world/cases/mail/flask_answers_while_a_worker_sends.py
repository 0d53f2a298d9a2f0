# A route answers at once while the worker thread's loop sends mail, one by one.
#% request at=1 path=/contact?name=Ada
#% request at=1.2 path=/contact?name=Bob method=POST body=x=1
#% request at=2 path=/hello/joe
#% request at=2.5 path=/nothing
import asyncio, smtplib, threading, time
from email.message import EmailMessage
from flask import Flask, request, jsonify
app = Flask(__name__)
loop = asyncio.new_event_loop()
def worker():
    asyncio.set_event_loop(loop)
    loop.run_forever()
threading.Thread(target=worker, daemon=True).start()
def send(name):
    msg = EmailMessage(); msg["Subject"] = "Hello " + name; msg["From"] = "me@example.com"; msg["To"] = "you@example.com"
    msg.set_content("hi")
    with smtplib.SMTP("smtp.example.com", 587) as s:
        s.starttls(); s.login("a", "b"); s.send_message(msg)
    print(f"{time.time() % 1000:.2f} sent to {name}")
@app.route("/contact", methods=["GET", "POST"])
def contact():
    name = request.args.get("name")
    loop.call_soon_threadsafe(send, name)
    print(f"{time.time() % 1000:.2f} answered {name}")
    return jsonify(ok=True)
@app.route("/hello/<name>")
def hello(name): print("hello", name); return f"Hello {name}"
if __name__ == "__main__":
    app.run(debug=True)
    print("stopped")
#=>  * Serving Flask app 'main'
#=>  * Debug mode: on
#=> 201.00 answered Ada
#=> 201.20 answered Bob
#=> hello joe
#=> 202.40 sent to Ada
#=> 203.80 sent to Bob
#=> stopped

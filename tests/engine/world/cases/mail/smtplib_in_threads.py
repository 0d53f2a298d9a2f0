# Mail from a pool of threads; refused addresses and logins.
#% mail deliver=2 refused=*@no.where user=me password=pw
import smtplib, ssl
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
import asyncio, time
def send(to):
    msg = MIMEMultipart("alternative"); msg["Subject"] = "Test"; msg["From"] = "a@b.c"; msg["To"] = to
    msg.attach(MIMEText("plain", "plain")); msg.attach(MIMEText("<b>h</b>", "html"))
    with smtplib.SMTP_SSL("smtp.gmail.com", 465, context=ssl.create_default_context()) as server:
        server.login("me", "pw"); server.sendmail("a@b.c", to, msg.as_string())
    print("sent", to, round(time.monotonic(), 2))
async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(loop.run_in_executor(None, send, f"u{i}@x.y") for i in range(3)))
asyncio.run(main())
try: smtplib.SMTP("localhost", 999)
except ConnectionRefusedError as e: print(e)
s = smtplib.SMTP("localhost", 1025)
try: s.sendmail("a@b", ["bad@no.where"], "Subject: x\n\ny")
except smtplib.SMTPRecipientsRefused as e: print(e.recipients)
try: s.login("joe", "wrong")
except smtplib.SMTPAuthenticationError as e: print(e)
s.quit()
#=> sent u0@x.y 2.35
#=> sent u1@x.y 2.35
#=> sent u2@x.y 2.35
#=> [Errno 111] Connection refused
#=> {'bad@no.where': (550, b'bad@no.where: no such user')}
#=> (535, b'Authentication failed')

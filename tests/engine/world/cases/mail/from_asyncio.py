"""aiosmtplib: mails go out beside each other; async_timeout ends what takes too long."""
import asyncio
from email.message import EmailMessage
import aiosmtplib
import async_timeout

def message(to):
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "shop@example.org", to, "Your order"
    made.set_content("It is on its way.")
    return made

async def main():
    loop = asyncio.get_running_loop()
    began = loop.time()
    answers = await asyncio.gather(*(aiosmtplib.send(message(f"{name}@example.com"), hostname="localhost", port=1025)
                                     for name in ("ada", "bob")))
    print(answers, round(loop.time() - began, 2))
    async with aiosmtplib.SMTP("mail.example.org", use_tls=True) as client:
        print((await client.login("me", "secret"))[0], client.is_connected)
        print(await client.sendmail("me@example.org", ["you@example.org"], "Subject: hi\n\nhello"))
    print(client.is_connected)
    try:
        async with async_timeout.timeout(0.3) as limit:
            await aiosmtplib.send(message("ada@example.com"), hostname="localhost")
    except asyncio.TimeoutError:
        print("too slow", limit.expired)
    async with async_timeout.timeout(None):
        await asyncio.sleep(0.1)
    print("done")

asyncio.run(main())

# What it prints:
#=> [({}, 'OK'), ({}, 'OK')] 1.3
#=> 235 True
#=> ({}, 'OK')
#=> False
#=> too slow True
#=> done

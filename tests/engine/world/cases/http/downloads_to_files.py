# Downloads through a connector of two, written by aiofiles.
import asyncio
import aiohttp
import aiofiles
import os
import time

async def fetch_image(link, out_dir, sess):
    async with sess.get(link) as resp:
        resp.raise_for_status()
        data = await resp.read()
        name = link.split('/')[-1]
        dest = os.path.join(out_dir, name)
        async with aiofiles.open(dest, "wb") as fh:
            await fh.write(data)
        return name, len(data)

async def run_all(links):
    os.makedirs("images", exist_ok=True)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=2)) as sess:
        tasks = [asyncio.create_task(fetch_image(u, "images", sess)) for u in links]
        for coro in asyncio.as_completed(tasks):
            print(await coro)
start = time.perf_counter()
asyncio.run(run_all([f"https://images.example.org/photo{i}.jpg" for i in range(4)]))
print(f"{time.perf_counter() - start:.2f}", sorted(os.listdir("images")))
#=> ('photo1.jpg', 29197)
#=> ('photo0.jpg', 70158)
#=> ('photo2.jpg', 68233)
#=> ('photo3.jpg', 27272)
#=> 1.60 ['photo0.jpg', 'photo1.jpg', 'photo2.jpg', 'photo3.jpg']

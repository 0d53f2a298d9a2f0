"""aiofiles and aiofiles.os."""
import asyncio
import aiofiles
import aiofiles.os

async def main():
    async with aiofiles.open("notes.txt", mode="w") as file:
        await file.write("first\nsecond\n")
    async with aiofiles.open("notes.txt") as file:
        async for line in file:
            print(line.strip())
    print(await aiofiles.os.path.exists("notes.txt"), (await aiofiles.os.stat("notes.txt")).st_size)
    await aiofiles.os.rename("notes.txt", "old.txt")
    print(await aiofiles.os.listdir("."))
    await aiofiles.os.remove("old.txt")
    print(await aiofiles.os.path.isfile("old.txt"))

asyncio.run(main())

# What it prints:
#=> first
#=> second
#=> True 13
#=> ['aiofiles_os.py', 'old.txt']
#=> False

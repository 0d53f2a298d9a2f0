"""Runs a program that awaits outside of functions, as `python -m asyncio` does with what is typed."""

from _asyncio import Runner, all_tasks, wait


def run(program, runner):
    if runner != "asyncio":
        return _run_elsewhere(program, runner)
    with Runner() as runner:
        runner.run(program)
        # At a prompt the loop would go on: what the program has started ends by itself.
        loop = runner.get_loop()
        while tasks := all_tasks(loop):
            loop.run_until_complete(wait(tasks))


def _run_elsewhere(program, library):
    """The library's run() takes a function and waits for what it starts."""

    async def main():
        await program

    __import__(library).run(main)

// What the settings of the world do by themselves, and that a run obeys them.
#include <QTest>

#include "run/run.h"
#include "trace/event.h"
#include "world/settings.h"

using namespace loopline;
using namespace std::chrono_literals;

namespace {

struct Texts final : run::Output {
  std::string out;
  void write_out(std::string_view text) override { out += text; }
  void write_err(std::string_view) override {}
};

/// The events of a kind that a program leaves in its recording.
std::vector<trace::Event> events_of(const run::Recorded& recorded, trace::Kind kind) {
  std::vector<trace::Event> found;
  for (trace::EventNumber number = 1; number <= recorded.data.events.size(); ++number) {
    const trace::Event event = recorded.data.events[number];
    if (event.kind == kind) found.push_back(event);
  }
  return found;
}

}  // namespace

class SettingsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void stars_stand_for_any_characters_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("equal") << "echo"
                           << "echo" << true;
    QTest::newRow("longer text") << "echo"
                                 << "echo hi" << false;
    QTest::newRow("any end") << "echo *"
                             << "echo hi there" << true;
    QTest::newRow("nothing for a star") << "*.org*"
                                        << "x.org" << true;
    QTest::newRow("several stars") << "a*b*c"
                                   << "axxbyybc" << true;
    QTest::newRow("must end so") << "a*b*c"
                                 << "axxbyyb" << false;
    QTest::newRow("star alone") << "*"
                                << "" << true;
    QTest::newRow("empty pattern") << ""
                                   << "x" << false;
  }
  void stars_stand_for_any_characters() {
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QTEST(world::matches(pattern.toStdString(), text.toStdString()), "fits");
  }

  void the_default_latency_is_a_fixed_function_of_the_url() {
    const world::Duration latency = world::default_latency("https://example.com/");
    QVERIFY(latency >= 100ms && latency <= 1s);
    QCOMPARE(latency.count() % 10'000'000, 0);
    QVERIFY(latency == world::default_latency("https://example.com/#top"));
    QVERIFY(world::default_latency("https://example.com/1") != world::default_latency("https://example.com/2"));
  }

  void an_interrupt_reaches_the_program_at_its_time() {
    run::Settings settings;
    settings.program.source =
        "import time\ntry:\n    time.sleep(10)\nexcept KeyboardInterrupt:\n    print(time.time() - 1704067200)\n";
    settings.world.interrupts = {{1500ms, 2}};
    Texts texts;
    const run::Recorded recorded = run::record(settings, &texts);
    QCOMPARE(QString::fromStdString(texts.out), QStringLiteral("1.5\n"));
    const auto interrupts = events_of(recorded, trace::Kind::interrupt);
    QCOMPARE(interrupts.size(), std::size_t{1});
    QCOMPARE(interrupts[0].time, std::int64_t{1'500'000'000});
    QCOMPARE(interrupts[0].b, std::int64_t{2});
  }

  void work_costs_what_the_settings_say_whether_it_is_recorded_or_not() {
    run::Settings settings;
    settings.program.source =
        "import asyncio\nasync def main():\n    await asyncio.sleep(0)\n    "
        "print(asyncio.get_running_loop().time())\nasyncio.run(main())\n";
    settings.world.costs = {.per_step = 1ms, .per_line = 0ms, .per_turn = 10ms};
    for (const run::Detail detail : {run::Detail::full, run::Detail::tasks, run::Detail::off}) {
      settings.detail = detail;
      Texts texts;
      run::record(settings, &texts);
      QCOMPARE(QString::fromStdString(texts.out), QStringLiteral("0.022\n"));  // two turns with a step each
    }
    settings.world.costs = {.per_step = 0ms, .per_line = 1s, .per_turn = 0ms};
    settings.program.source = "import time\nx = 1\ny = 2\nprint(time.monotonic())\n";
    for (const run::Detail detail : {run::Detail::full, run::Detail::tasks, run::Detail::off}) {
      settings.detail = detail;
      Texts texts;
      run::record(settings, &texts);
      QCOMPARE(QString::fromStdString(texts.out), QStringLiteral("4.0\n"));
    }
  }

  void what_happens_in_the_world_is_in_the_recording() {
    run::Settings settings;
    world::Host slow;
    slow.match = "slow.example.com";
    slow.latency = 2s;
    slow.status = 404;
    settings.world.hosts = {slow};
    settings.program.source =
        "import urllib.request, urllib.error, subprocess, smtplib, os, signal\n"
        "try:\n"
        "    urllib.request.urlopen('http://slow.example.com/a')\n"
        "except urllib.error.HTTPError:\n"
        "    pass\n"
        "subprocess.run(['sleep', '1'])\n"
        "job = subprocess.Popen(['sleep', '9'])\n"
        "job.terminate()\n"
        "with smtplib.SMTP('mail.example.com', 587) as server:\n"
        "    server.sendmail('a@b.c', ['d@e.f'], 'Subject: Hi\\n\\nyou')\n";
    const run::Recorded recorded = run::record(settings);
    const auto text = [&](std::int64_t id) {
      return QString::fromStdString(std::string(recorded.data.strings[static_cast<trace::StringId>(id)]));
    };
    const auto requests = events_of(recorded, trace::Kind::request);
    const auto answers = events_of(recorded, trace::Kind::answer);
    QCOMPARE(requests.size(), std::size_t{1});
    QCOMPARE(text(requests[0].a), QStringLiteral("GET http://slow.example.com/a"));
    QCOMPARE(answers.size(), std::size_t{1});
    QCOMPARE(answers[0].b, requests[0].b);
    QCOMPARE(answers[0].c, std::int64_t{404});
    QCOMPARE(answers[0].time - requests[0].time, std::int64_t{2'000'001'000});  // and the microsecond of a wake-up
    const auto blocks = events_of(recorded, trace::Kind::block_begin);
    QCOMPARE(text(blocks[0].c), QStringLiteral("urlopen('http://slow.example.com/a')"));
    QCOMPARE(blocks[0].a, std::int64_t{2'000'000'000});
    QCOMPARE(text(blocks[1].c), QStringLiteral("process 'sleep 1'"));
    QCOMPARE(blocks[1].b, trace::kForever);
    QCOMPARE(events_of(recorded, trace::Kind::block_end).size(), blocks.size());
    const auto started = events_of(recorded, trace::Kind::process_started);
    const auto ended = events_of(recorded, trace::Kind::process_ended);
    QCOMPARE(started.size(), std::size_t{2});
    QCOMPARE(text(started[0].a), QStringLiteral("sleep 1"));
    QCOMPARE(ended[0].b, started[0].b);
    QCOMPARE(ended[0].time - started[0].time, std::int64_t{1'000'000'000});
    QCOMPARE(ended[1].c, std::int64_t{-15});
    const auto signals_told = events_of(recorded, trace::Kind::signal);
    QCOMPARE(signals_told.size(), std::size_t{1});
    QCOMPARE(text(signals_told[0].a), QStringLiteral("SIGTERM to sleep 9"));
    const auto mails = events_of(recorded, trace::Kind::mail);
    QCOMPARE(mails.size(), std::size_t{1});
    QCOMPARE(text(mails[0].a), QStringLiteral("from a@b.c to d@e.f: Hi"));
  }

  void the_same_world_gives_the_same_recording() {
    run::Settings settings;
    world::IncomingRequest first_request;
    first_request.at = 1s;
    world::IncomingRequest others;
    others.at = 2s;
    others.path = "/slow";
    others.count = 3;
    others.every = 100ms;
    settings.world.requests = {first_request, others};
    settings.program.source =
        "import asyncio, flask\n"
        "app = flask.Flask(__name__)\n"
        "@app.route('/')\n"
        "def index(): return 'hi'\n"
        "@app.route('/slow')\n"
        "async def slow():\n"
        "    await asyncio.sleep(1)\n"
        "    return 'done'\n"
        "app.run()\n";
    const run::Recorded first = run::record(settings);
    const run::Recorded second = run::record(settings);
    QCOMPARE(first.outcome.message, std::string());
    QCOMPARE(first.data.events.size(), second.data.events.size());
    for (trace::EventNumber number = 1; number <= first.data.events.size(); ++number) {
      const trace::Event left = first.data.events[number];
      const trace::Event right = second.data.events[number];
      QVERIFY(left.time == right.time && left.kind == right.kind && left.task == right.task && left.a == right.a &&
              left.b == right.b && left.c == right.c && left.d == right.d);
    }
    const auto answers = events_of(first, trace::Kind::answer);
    QCOMPARE(answers.size(), std::size_t{4});
    QCOMPARE(answers[3].c, std::int64_t{200});
  }

  void a_server_that_nobody_asks_is_no_deadlock_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("text");
    const QByteArray server =
        "import asyncio\n"
        "async def handle(reader, writer):\n"
        "    writer.close()\n"
        "async def main():\n"
        "    server = await asyncio.start_server(handle, '127.0.0.1', 8888)\n";
    QTest::newRow("serve_forever") << server + "    await server.serve_forever()\nasyncio.run(main())\n"
                                   << "server";
    QTest::newRow("a future for ever") << server + "    await asyncio.Future()\nasyncio.run(main())\n"
                                       << "server";
    QTest::newRow("run_forever") << server +
                                        "loop = asyncio.new_event_loop()\n"
                                        "loop.run_until_complete(main())\nloop.run_forever()\n"
                                 << "server";
    QTest::newRow("accept()") << QByteArray("import socket\ns = socket.create_server(('', 80))\ns.accept()\n")
                              << "server";
    QTest::newRow("a client that waits in vain")
        << QByteArray(server).replace("writer.close()", "await asyncio.Future()") +
               "    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)\n"
               "    await reader.read()\nasyncio.run(main())\n"
        << "";
    QTest::newRow("no server") << QByteArray("import asyncio\nasyncio.new_event_loop().run_forever()\n") << "";
  }
  void a_server_that_nobody_asks_is_no_deadlock() {
    QFETCH(QByteArray, source);
    run::Settings settings;
    settings.program.source = source.toStdString();
    const run::Recorded recorded = run::record(settings);
    QVERIFY(recorded.outcome.kind == run::Outcome::Kind::deadlock);
    QTEST(QString::fromStdString(recorded.outcome.text), "text");
  }

  void arguments_come_after_the_name_of_the_program() {
    run::Settings settings;
    settings.program.file_name = "job.py";
    settings.program.source = "import sys\nprint(sys.argv, sys.orig_argv[-1])\n";
    settings.world.arguments = {"--fast", "42"};
    Texts texts;
    run::record(settings, &texts);
    QCOMPARE(QString::fromStdString(texts.out), QStringLiteral("['job.py', '--fast', '42'] 42\n"));
  }

  void work_of_uvloop_costs_less() {
    const auto time_of = [](const char* loop) {
      run::Settings settings;
      settings.world.costs.per_step = 4ms;
      settings.program.source = std::string(
                                    "import asyncio, uvloop\n"
                                    "async def main():\n"
                                    "    began = asyncio.get_running_loop().time()\n"
                                    "    for _ in range(100): await asyncio.sleep(0)\n"
                                    "    print(round(asyncio.get_running_loop().time() - began, 2))\n") +
                                loop + ".run(main())\n";
      Texts texts;
      run::record(settings, &texts);
      return QString::fromStdString(texts.out);
    };
    QCOMPARE(time_of("asyncio"), QStringLiteral("0.4\n"));
    QCOMPARE(time_of("uvloop"), QStringLiteral("0.1\n"));
  }

  void waits_of_other_loops_have_names_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const char* source, trace::AwaitKind kind) {
      QTest::newRow(name) << QByteArray(source) << static_cast<int>(kind);
    };
    row("trio.sleep", "import trio\ntrio.run(trio.sleep, 1)\n", trace::AwaitKind::sleep);
    row("trio.Event", "import trio\ntrio.run(trio.Event().wait)\n", trace::AwaitKind::event);
    row("a channel", "import trio\ntrio.run(trio.open_memory_channel(0)[1].receive)\n", trace::AwaitKind::queue_get);
    row("a nursery",
        "import trio\nasync def main():\n    async with trio.open_nursery() as n: n.start_soon(trio.sleep, 1)\n"
        "trio.run(main)\n",
        trace::AwaitKind::task_group);
    row("curio.sleep", "import curio\ncurio.run(curio.sleep, 1)\n", trace::AwaitKind::sleep);
    row("curio.Queue", "import curio\ncurio.run(curio.Queue().get)\n", trace::AwaitKind::queue_get);
    row("anyio.Event",
        "import anyio\nasync def main(): await anyio.Event().wait()\n"
        "anyio.run(main)\n",
        trace::AwaitKind::event);
  }
  void waits_of_other_loops_have_names() {
    QFETCH(QByteArray, source);
    QFETCH(int, kind);
    run::Settings settings;
    settings.program.source = source.toStdString();
    const run::Recorded recorded = run::record(settings);
    int found = 0;
    for (const trace::Event& event : events_of(recorded, trace::Kind::step_end)) {
      if (static_cast<int>(trace::awaited_of(event).kind) == kind) ++found;
    }
    QVERIFY(found > 0);
  }

  void ten_thousand_requests_and_two_hundred_threads_fit_the_default_limits() {
    run::Settings settings;
    settings.detail = run::Detail::tasks;
    settings.program.source =
        "import asyncio, aiohttp, threading, time\n"
        "async def get(session, n):\n"
        "    async with session.get(f'https://example.com/{n}') as response:\n"
        "        return len(await response.read())\n"
        "async def main():\n"
        "    async with aiohttp.ClientSession() as session:\n"
        "        print(len(await asyncio.gather(*(get(session, n) for n in range(10000)))))\n"
        "asyncio.run(main())\n"
        "threads = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(200)]\n"
        "for each in threads: each.start()\n"
        "for each in threads: each.join()\n"
        "print(len(threads))\n";
    Texts texts;
    const run::Recorded recorded = run::record(settings, &texts);
    QCOMPARE(recorded.outcome.message, std::string());
    QCOMPARE(QString::fromStdString(texts.out), QStringLiteral("10000\n200\n"));
    QCOMPARE(events_of(recorded, trace::Kind::request).size(), std::size_t{10000});
    QCOMPARE(events_of(recorded, trace::Kind::answer).size(), std::size_t{10000});
  }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"

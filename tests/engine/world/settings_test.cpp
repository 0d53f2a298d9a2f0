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
    settings.world.interrupts = {{.at = 1500ms}};
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

// The `world:` of front matter: what it sets, and what is wrong with it, by line.
#include <QTest>

#include "lesson_test.h"
#include "lessons/world.h"

using namespace loopline;
using namespace loopline::lessons;
using namespace loopline::lessons::test;
using namespace std::chrono_literals;

class WorldTest : public QObject {
  Q_OBJECT

 private slots:
  void everything_can_be_set();
  void lists_do_as_well();
  void what_is_wrong_is_told_with_its_line_data();
  void what_is_wrong_is_told_with_its_line();
};

namespace {

std::string with_world(const std::string& world) {
  return "---\ntitle: T\nworld:\n" + world + "---\n```python\npass\n```\n";
}

}  // namespace

void WorldTest::everything_can_be_set() {
  const Loaded loaded = load_lesson(
      with_world("  hosts:\n"
                 "    \"https://example.com/*\": {latency: 0.5, status: 404, body: gone, method: GET}\n"
                 "    slow.example: 2\n"
                 "    bad.example: {failure: timeout, times: 1, bandwidth: 1000, headers: {A: b}}\n"
                 "  commands:\n"
                 "    git status: clean\n"
                 "    build: {duration: 200ms, exit_code: 1, errors: no, ignores_term: true}\n"
                 "  files: {notes.txt: hello}\n"
                 "  requests: [{at: 1, path: /a, count: 3, every: 10ms, port: 80, body: x, method: POST}, 2]\n"
                 "  interrupts: [{at: 3, signal: SIGTERM}, 4]\n"
                 "  mail: {connect: 1, refused: [a@b, \"*@c\"], user: u, password: p}\n"
                 "  costs: {step: 1ms, line: 1us, turn: 2us}\n"
                 "  environment: {HOME: /home/a}\n  input: abc\n  arguments: [one, 2]\n"),
      "x.md");
  QVERIFY2(loaded.diagnostics.empty(), texts(loaded.diagnostics).toUtf8().constData());
  const world::Settings w = world_of(*loaded.lesson);
  QCOMPARE(w.hosts.size(), std::size_t(3));
  QVERIFY(w.hosts[0] == (world::Host{.match = "https://example.com/*",
                                     .method = "GET",
                                     .latency = 500ms,
                                     .bandwidth = {},
                                     .status = 404,
                                     .body = "gone",
                                     .content_type = {},
                                     .headers = {}}));
  QVERIFY(w.hosts[1].match == "slow.example" && w.hosts[1].latency == 2s);
  QVERIFY(w.hosts[2].failure == world::Failure::timeout && w.hosts[2].times == 1 && w.hosts[2].bandwidth == 1000.0);
  QVERIFY(w.hosts[2].headers == (world::Pairs{{"A", "b"}}));
  QVERIFY(w.commands[0] == (world::Command{.match = "git status", .output = "clean", .errors = {}}));
  QVERIFY(
      w.commands[1] ==
      (world::Command{
          .match = "build", .output = {}, .errors = "no", .exit_code = 1, .duration = 200ms, .ignores_term = true}));
  QVERIFY(w.files == (std::vector<world::File>{{"notes.txt", "hello"}}));
  QCOMPARE(w.requests.size(), std::size_t(2));
  QVERIFY(w.requests[0].count == 3 && w.requests[0].every == 10ms && w.requests[0].port == 80);
  QVERIFY(w.requests[1].at == 2s && w.requests[1].path == "/");
  QVERIFY(w.interrupts == (std::vector<world::Interrupt>{{3s, 15}, {4s, 2}}));
  QVERIFY(w.mail.connect == 1s && w.mail.refused.size() == 2 && w.mail.user == "u");
  QVERIFY(w.costs == (world::Costs{1ms, 1us, 2us}));
  QVERIFY(w.environment == (world::Pairs{{"HOME", "/home/a"}}));
  QVERIFY(w.input == "abc" && w.arguments == (std::vector<std::string>{"one", "2"}));
}

void WorldTest::lists_do_as_well() {
  const Lesson l = *load_lesson(with_world("  hosts:\n    - match: a.example\n      latency: 1\n    - b.example\n"
                                           "  files:\n    - {path: a, content: b}\n"),
                                "x.md")
                        .lesson;
  const world::Settings w = world_of(l);
  QVERIFY(w.hosts.size() == 2 && w.hosts[0].latency == 1s && w.hosts[1].match == "b.example");
  QVERIFY(w.files == (std::vector<world::File>{{"a", "b"}}));
}

void WorldTest::what_is_wrong_is_told_with_its_line_data() {
  QTest::addColumn<QByteArray>("world");
  QTest::addColumn<QString>("told");
  const auto row = [](const char* world, const char* told) {
    QTest::newRow(world) << QByteArray(world) << QString(told);
  };
  row("  cost: {line: 1}\n", "4:3: hint: The key 'cost' means nothing to the world. Did you mean 'costs'?");
  row("  hosts:\n    a.b: {latncy: 1}\n",
      "5:11: hint: The key 'latncy' means nothing to a host. Did you mean 'latency'?");
  row("  hosts:\n    a.b: {latency: soon}\n",
      "5:20: error: 'latency' must be a time in seconds, such as 0.5 or 200ms.");
  row("  hosts:\n    a.b: {latency: -1}\n", "5:20: error: 'latency' must be a time in seconds, such as 0.5 or 200ms.");
  row("  hosts:\n    - latency: 1\n", "5:7: error: It is not said which of the 'hosts' this is; expected 'match: …'.");
  row("  files:\n    - {content: x}\n", "5:7: error: It is not said which of the 'files' this is; expected 'path: …'.");
  row("  hosts:\n    a.b: {status: 42}\n", "5:19: error: 'status' must be a whole number from 100 to 599.");
  row("  hosts:\n    a.b: {failure: timout}\n",
      "5:20: error: 'failure' must be unknown_host, refused, reset or timeout. Did you mean 'timeout'?");
  row("  hosts: 5\n", "4:10: error: 'hosts' must be a list, not a whole number.");
  row("  mail: on\n", "4:9: error: 'mail' must be lines of 'key: value', not text.");
  row("  interrupts: [{at: 1, signal: SIGKIL}]\n",
      "4:32: error: 'signal' must be SIGINT, SIGTERM, SIGHUP, SIGUSR1 or SIGUSR2.");
  row("  environment: [a]\n", "4:16: error: 'environment' must be lines of 'name: text', not a list.");
  row("  requests: [{port: 70000}]\n", "4:21: error: 'port' must be a whole number from 0 to 65535.");
}

void WorldTest::what_is_wrong_is_told_with_its_line() {
  QFETCH(QByteArray, world);
  QFETCH(QString, told);
  const Loaded loaded = load_lesson(with_world(world.toStdString()), "x.md");
  QCOMPARE(texts(loaded.diagnostics).trimmed(), "x.md:" + told);
}

QTEST_APPLESS_MAIN(WorldTest)
#include "world_test.moc"

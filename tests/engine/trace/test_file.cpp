#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <fstream>

#include "recording.h"
#include "trace/file.h"
#include "trace/reader.h"

using namespace loopline::trace;
using loopline::test::Recording;

class TestFile : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  std::filesystem::path file(const char* name) { return m_folder.filePath(name).toStdString(); }

  std::filesystem::path record(const char* name, int events) {
    const auto path = file(name);
    auto recorder = Recorder::create(path, {.overwrite = true});
    if (!recorder) qFatal("%s", recorder.error().message.c_str());
    Recording run(*recorder.value());
    for (int i = 0; i < events; ++i) run.add(Kind::line, 0, i);
    recorder.value()->end_run(RunState::finished);
    if (!recorder.value()->close()) qFatal("not closed");
    return path;
  }
  static std::size_t events_in(const std::filesystem::path& path) {
    auto reader = TraceReader::open(path);
    if (!reader) qFatal("%s", reader.error().message.c_str());
    return reader.value().load(1).value().events.size();
  }

 private slots:
  void a_copy_holds_the_same() {
    const auto from = record("from.loopline", 20'000);
    const auto to = file("to.loopline");
    QVERIFY(save_copy(from, to).ok());
    QCOMPARE(events_in(to), std::size_t{20'000});
    QVERIFY(save_copy(from, to).error().code == ErrorCode::already_exists);
    const auto smaller = record("smaller.loopline", 5);
    QVERIFY(save_copy(smaller, to, true).ok());
    QCOMPARE(events_in(to), std::size_t{5});
  }

  void a_recording_that_is_still_written_can_be_copied() {
    auto recorder = Recorder::create(file("live.loopline"));
    Recording run(*recorder.value());
    for (int i = 0; i < 9'000; ++i) run.add(Kind::line, 0, i);
    QVERIFY(recorder.value()->flush().ok());
    const auto to = file("of_live.loopline");
    QVERIFY(save_copy(file("live.loopline"), to).ok());
    QCOMPARE(events_in(to), std::size_t{9'000});
    QVERIFY(!std::filesystem::exists(to.string() + "-wal"));
  }

  void a_failed_copy_leaves_nothing_and_spares_what_was_there() {
    const auto from = record("large.loopline", 100'000);
    const auto to = record("precious.loopline", 3);
    const pid_t child = fork();
    if (child == 0) {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{500'000, 500'000};
      setrlimit(RLIMIT_FSIZE, &limit);
      const Status copied = save_copy(from, to, true);
      _exit(copied.ok() ? 1 : copied.error().code == ErrorCode::cannot_write ? 0 : 2);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(WEXITSTATUS(status), 0);
    QCOMPARE(events_in(to), std::size_t{3});
    QVERIFY(!std::filesystem::exists(to.string() + ".part"));
  }

  void a_run_in_memory_is_saved_as_it_is() {
    auto recorder = Recorder::in_memory(Recorder::Keep::all);
    Recording run(*recorder);
    for (int i = 0; i < 10'000; ++i) run.add(Kind::line, 0, i, run.text("text " + std::to_string(i)));
    recorder->add_task({.id = 7, .number = 1, .name = 2, .event = 3});
    recorder->add_object({.id = 8, .type = ObjectType::queue, .label = 3, .event = 4});
    recorder->end_run(RunState::limit, "enough");
    const RunData data = recorder->take_run();
    const auto to = file("memory.loopline");
    QVERIFY(Recorder::save(data, to).ok());
    QVERIFY(Recorder::save(data, to).error().code == ErrorCode::already_exists);
    QVERIFY(Recorder::save(data, to, true).ok());
    QVERIFY(Recorder::save(data, file("no/such/folder"), true).error().code != ErrorCode::already_exists);
    QVERIFY(!std::filesystem::exists(to.string() + ".part"));
    auto reader = TraceReader::open(to);
    const RunData read = reader.value().load(1).value();
    QCOMPARE(read.events.size(), data.events.size());
    for (EventNumber event = 1; event <= data.events.size(); ++event) QVERIFY(read.events[event] == data.events[event]);
    QCOMPARE(read.strings.size(), data.strings.size());
    for (StringId id = 1; id <= data.strings.size(); ++id) QVERIFY(read.strings[id] == data.strings[id]);
    QVERIFY(read.tasks == data.tasks);
    QVERIFY(read.objects == data.objects);
    QCOMPARE(read.run.state, RunState::limit);
    QCOMPARE(read.run.ended_text, std::string("enough"));
    QCOMPARE(read.run.info.source, data.run.info.source);
  }

  void what_cannot_be_copied_is_told() {
    const auto from = record("ok.loopline", 1);
    QVERIFY(save_copy(file("missing"), file("x")).error().code == ErrorCode::cannot_open);
    QVERIFY(save_copy(from, file("no/such/folder")).error().code == ErrorCode::cannot_write);
    std::ofstream(file("text")) << "some text, and more of it";
    QVERIFY(save_copy(file("text"), file("x")).error().code == ErrorCode::not_a_recording);
    QVERIFY(!std::filesystem::exists(file("x")));
  }

  void annotations_are_added_changed_and_removed() {
    const auto path = record("notes.loopline", 10);
    const auto id = save_annotation(path, {.run = 1, .event = 4, .time = 7, .kind = "note", .text = "look here"});
    QVERIFY(id.ok());
    QVERIFY(save_annotation(path, {.run = 1, .event = 2, .kind = "bookmark"}).ok());
    QVERIFY(save_annotation(path, {.id = id.value(), .run = 1, .event = 5, .kind = "note", .text = "no, here"}).ok());
    auto reader = TraceReader::open(path);
    auto rows = reader.value().annotations(1);
    QCOMPARE(rows.value().size(), std::size_t{2});
    QCOMPARE(rows.value()[1].text, std::string("no, here"));
    QCOMPARE(rows.value()[1].event, EventNumber{5});
    QVERIFY(remove_annotation(path, id.value()).ok());
    QCOMPARE(reader.value().annotations(1).value().size(), std::size_t{1});
    std::ofstream(file("plain")) << "text that is long enough to be looked at";
    QVERIFY(!save_annotation(file("plain"), {}).ok());
  }

  void derived_data_is_replaced_as_a_whole_and_versioned() {
    const auto path = record("derived.loopline", 10);
    const std::vector<std::uint8_t> a{1, 2, 3}, b{};
    const DerivedPart first[] = {{"tracks", a}, {"other", b}};
    QVERIFY(save_derived(path, 1, 4, first).ok());
    auto reader = TraceReader::open(path);
    const auto stored = [&reader](const char* kind, std::int64_t version) {
      const DerivedBlob blob = reader.value().derived(1, kind, version);
      std::vector<std::uint8_t> bytes(blob.size());
      if (!blob.read(0, bytes)) qFatal("not read");
      std::uint8_t more = 0;
      if (blob.read(blob.size(), {&more, 1})) qFatal("read too much");
      return bytes;
    };
    QVERIFY(stored("tracks", 4) == a);
    QVERIFY(stored("tracks", 5).empty());
    const DerivedPart second[] = {{"other", a}};
    QVERIFY(save_derived(path, 1, 5, second).ok());
    QVERIFY(stored("tracks", 4).empty());
    QVERIFY(stored("other", 5) == a);
  }
};

QTEST_APPLESS_MAIN(TestFile)
#include "test_file.moc"

#include <QTemporaryDir>
#include <QTest>

#include "recording.h"
#include "trace/reader.h"

using namespace loopline::trace;
using loopline::test::Recording;

class TestRecorder : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  int m_files = 0;

  std::filesystem::path fresh() { return m_folder.filePath(QString("%1.loopline").arg(++m_files)).toStdString(); }

  static std::unique_ptr<Recorder> create(const std::filesystem::path& path, RecorderOptions options = {}) {
    auto recorder = Recorder::create(path, options);
    if (!recorder) qFatal("%s", recorder.error().message.c_str());
    return std::move(recorder).value();
  }
  static RunData load(const std::filesystem::path& path, RunId run = 1) {
    auto reader = TraceReader::open(path);
    if (!reader) qFatal("%s", reader.error().message.c_str());
    auto data = reader.value().load(run);
    if (!data) qFatal("%s", data.error().message.c_str());
    return std::move(data).value();
  }

 private slots:
  void a_run_comes_back_with_all_its_tables() {
    const auto path = fresh();
    auto recorder = create(path, {.program = "Loopline 9.8"});
    Recording run(*recorder, {.title = "tasks",
                              .file_name = "a.py",
                              .source = "print(1)\n",
                              .detail = Detail::full,
                              .seed = 3,
                              .debug = true,
                              .settings = "{\"x\":1}"});
    run.loop(1);
    run.task(2, 1, "main", 0, {}, "main()");
    run.time = 1'500;
    run.object(3, ObjectType::lock, "lock");
    recorder->add_thread({2, recorder->intern("worker"), 4});
    const StackId root = recorder->add_stack_node(0, recorder->intern("main"), 4);
    const StackId leaf = recorder->add_stack_node(root, recorder->intern("fetch"), 2);
    run.step(2, 2, RunKind::task_step, true, leaf);
    recorder->end_run(RunState::exception, "ValueError: x");
    QVERIFY(recorder->close().ok());

    const RunData data = load(path);
    QCOMPARE(data.run.info.title, std::string("tasks"));
    QCOMPARE(data.run.info.source, std::string("print(1)\n"));
    QCOMPARE(data.run.info.settings, std::string("{\"x\":1}"));
    QCOMPARE(data.run.info.seed, std::int64_t{3});
    QVERIFY(data.run.info.debug);
    QVERIFY(data.run.state == RunState::exception);
    QCOMPARE(data.run.ended_text, std::string("ValueError: x"));
    QCOMPARE(data.events.size(), std::size_t{4});
    QVERIFY(data.events.kind(2) == Kind::task_created);
    QCOMPARE(data.events.time(3), std::int64_t{1'500});
    QCOMPARE(data.tasks.size(), std::size_t{1});
    QCOMPARE(data.strings[data.tasks[0].label], std::string_view("main()"));
    QCOMPARE(data.tasks[0].loop, ObjectId{1});
    QVERIFY(data.objects.at(0).type == ObjectType::lock);
    QCOMPARE(data.stacks.size(), std::size_t{2});
    QCOMPARE(data.stacks[1].parent, data.stacks[0].id);
    QCOMPARE(data.strings[data.threads.at(0).name], std::string_view("worker"));
    QCOMPARE(TraceReader::open(path).value().made_by(), std::string("Loopline 9.8"));
  }

  void equal_texts_have_one_id_and_the_empty_one_is_0() {
    auto recorder = Recorder::in_memory(Recorder::Keep::nothing);
    const StringId sleep = recorder->intern("sleep");
    QCOMPARE(recorder->intern("sleep"), sleep);
    QVERIFY(recorder->intern("sleeps") != sleep);
    QCOMPARE(recorder->intern(""), StringId{0});
    for (int i = 0; i < 5'000; ++i) recorder->intern("text " + std::to_string(i));
    QCOMPARE(recorder->intern("sleep"), sleep);
    QCOMPARE(recorder->intern("text 77"), recorder->intern("text 77"));
  }

  void equal_stacks_have_one_node_within_a_run() {
    auto recorder = Recorder::in_memory(Recorder::Keep::nothing);
    Recording first(*recorder);
    std::vector<StackId> nodes;
    for (std::uint32_t line = 1; line < 1'000; ++line) nodes.push_back(recorder->add_stack_node(line / 2, 7, line));
    for (std::uint32_t line = 1; line < 1'000; ++line) {
      QCOMPARE(recorder->add_stack_node(line / 2, 7, line), nodes[line - 1]);
    }
    const Recording second(*recorder);
    QCOMPARE(recorder->add_stack_node(5, 7, 11), StackId{1});
  }

  void runs_follow_each_other_and_count_their_events_from_1() {
    const auto path = fresh();
    auto recorder = create(path);
    for (int run = 1; run <= 3; ++run) {
      Recording recording(*recorder, {.title = "run " + std::to_string(run)});
      for (int i = 0; i < 5'000 * run; ++i) {
        recording.time = i;
        QCOMPARE(recording.add(Kind::line, 0, run, i), EventNumber(i + 1));
      }
      recorder->end_run(RunState::finished);
    }
    QVERIFY(recorder->close().ok());
    auto reader = TraceReader::open(path);
    QVERIFY(reader.ok());
    QCOMPARE(reader.value().runs().size(), std::size_t{3});
    QCOMPARE(reader.value().runs()[1].first_event, std::uint64_t{5'001});
    QCOMPARE(reader.value().runs()[2].last_event, std::uint64_t{30'000});
    for (RunId run = 1; run <= 3; ++run) {
      const RunData data = load(path, run);
      QCOMPARE(data.events.size(), std::size_t{5'000} * run);
      for (EventNumber i = 1; i <= data.events.size(); ++i) {
        QCOMPARE(data.events[i].a, std::int64_t{run});
        QCOMPARE(data.events[i].b, std::int64_t(i) - 1);
      }
    }
  }

  void a_finished_recording_is_a_single_file_that_opens_read_only() {
    const auto path = fresh();
    auto recorder = create(path);
    Recording run(*recorder);
    for (int i = 0; i < 50'000; ++i) run.add(Kind::line, 0, i);
    QVERIFY(recorder->flush().ok());
    QVERIFY(std::filesystem::exists(path.string() + "-wal"));
    recorder->end_run(RunState::finished);
    QVERIFY(recorder->close().ok());
    QVERIFY(!std::filesystem::exists(path.string() + "-wal"));
    QVERIFY(!std::filesystem::exists(path.string() + "-shm"));
    QVERIFY(recorder->close().ok());  // again
    QCOMPARE(load(path).events.size(), std::size_t{50'000});
  }

  void nothing_is_lost_when_the_writer_is_slower() {
    const auto path = fresh();
    auto recorder = create(path, {.chunks = 2});  // the producer waits at almost every chunk
    Recording run(*recorder);
    constexpr int kEvents = 400'000;
    for (int i = 0; i < kEvents; ++i) run.add(Kind::line, 0, i, 2 * i);
    recorder->end_run(RunState::finished);
    QVERIFY(recorder->close().ok());
    const RunData data = load(path);
    QCOMPARE(data.events.size(), std::size_t{kEvents});
    for (EventNumber i = 1; i <= kEvents; ++i)
      QCOMPARE(data.events.value(EventColumns::kB, i), 2 * std::int64_t(i) - 2);
  }

  void texts_of_every_kind_survive() {
    const auto path = fresh();
    auto recorder = create(path);
    Recording run(*recorder);
    const std::string with_zero("a\0b", 3), large(300'000, 'x'), unicode = "zoë 🐍 «…»";
    const StringId ids[] = {recorder->intern(with_zero), recorder->intern(large), recorder->intern(unicode)};
    recorder->end_run(RunState::finished);
    QVERIFY(recorder->close().ok());
    const RunData data = load(path);
    QCOMPARE(data.strings[ids[0]], std::string_view(with_zero));
    QCOMPARE(data.strings[ids[1]], std::string_view(large));
    QCOMPARE(data.strings[ids[2]], std::string_view(unicode));
    QCOMPARE(data.strings[99], std::string_view());
    QVERIFY(data.events.empty());
  }

  void what_is_flushed_can_be_read_while_the_run_goes_on() {
    const auto path = fresh();
    auto recorder = create(path);
    Recording run(*recorder);
    for (int i = 0; i < 10; ++i) run.add(Kind::line, 0, i);
    QVERIFY(recorder->flush().ok());
    auto reader = TraceReader::open(path);
    QVERIFY(reader.ok());
    QVERIFY(reader.value().unfinished());
    QCOMPARE(reader.value().load(1).value().events.size(), std::size_t{10});
    for (int i = 0; i < 10'000; ++i) run.add(Kind::line, 0, i);
    QVERIFY(recorder->flush().ok());
    QVERIFY(reader.value().refresh().ok());
    QCOMPARE(reader.value().load(1).value().events.size(), std::size_t{10'010});
    recorder->end_run(RunState::finished);
    QVERIFY(recorder->close().ok());  // although somebody reads
    QVERIFY(reader.value().refresh().ok());
    QVERIFY(!reader.value().unfinished());
  }

  void an_open_run_ends_as_stopped_when_the_next_begins_or_the_file_is_closed() {
    const auto path = fresh();
    auto recorder = create(path);
    Recording first(*recorder);
    first.add(Kind::end);
    Recording second(*recorder);
    second.add(Kind::end);
    QVERIFY(recorder->close().ok());
    auto reader = TraceReader::open(path);
    for (const Run& run : reader.value().runs()) QVERIFY(run.state == RunState::stopped);
  }

  void the_same_run_in_memory_and_in_a_file_is_the_same() {
    const auto path = fresh();
    auto file = create(path);
    auto memory = Recorder::in_memory(Recorder::Keep::all);
    for (Recorder* recorder : {file.get(), memory.get()}) {
      Recording run(*recorder);
      run.loop(1);
      for (ObjectId task = 2; task < 3'000; ++task) {
        run.time += task;
        run.task(task, task, "worker", 0, {}, "worker(" + std::to_string(task) + ")");
        run.step(task, run.last());
        run.ends(task, std::to_string(task));
      }
      recorder->end_run(RunState::limit, "too much");
    }
    const RunData kept = memory->take_run();
    QVERIFY(file->close().ok());
    const RunData read = load(path);
    QCOMPARE(read.events.size(), kept.events.size());
    for (EventNumber i = 1; i <= kept.events.size(); ++i) QVERIFY(read.events[i] == kept.events[i]);
    QVERIFY(read.tasks == kept.tasks);
    QCOMPARE(read.strings.size(), kept.strings.size());
    QCOMPARE(kept.run.ended_text, std::string("too much"));
    QCOMPARE(kept.run.event_count(), read.run.event_count());
  }

  void events_take_less_than_32_bytes_each() {
    const auto path = fresh();
    auto recorder = create(path);
    Recording run(*recorder);
    constexpr int kTurns = 60'000;
    for (int i = 1; i <= kTurns; ++i) {  // a task that sleeps again and again
      run.time += 10'000'000;
      run.turn(1, i, 1);
      run.step(2, run.last() - 1);
      run.awaits(2, {AwaitKind::sleep, ObjectId(3 + i), 0, run.time + 10'000'000});
    }
    recorder->end_run(RunState::finished);
    QVERIFY(recorder->close().ok());
    QVERIFY2(std::filesystem::file_size(path) < 32 * 3 * std::uintmax_t{kTurns},
             std::to_string(std::filesystem::file_size(path)).c_str());
  }
};

QTEST_APPLESS_MAIN(TestRecorder)
#include "test_recorder.moc"

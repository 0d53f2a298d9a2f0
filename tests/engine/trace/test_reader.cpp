#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <random>

#include "recording.h"
#include "trace/file.h"
#include "trace/reader.h"

using namespace loopline::trace;
using loopline::test::Recording;

class TestReader : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  std::filesystem::path m_good;
  std::string m_bytes;

  std::filesystem::path file(const char* name) { return m_folder.filePath(name).toStdString(); }
  std::filesystem::path write(const char* name, const std::string& bytes) {
    const auto path = file(name);
    std::ofstream(path, std::ios::binary).write(bytes.data(), std::streamsize(bytes.size()));
    return path;
  }
  static ErrorCode code_of(const std::filesystem::path& path) {
    const auto reader = TraceReader::open(path);
    if (reader.ok()) qFatal("opened");
    return reader.error().code;
  }
  // Reads all there is; gives false at the first error. Must never crash, whatever the bytes are.
  static bool read_all(const std::filesystem::path& path) {
    auto reader = TraceReader::open(path);
    if (!reader) return false;
    for (const Run& run : reader.value().runs()) {
      if (!reader.value().load(run.id) || !reader.value().annotations(run.id)) return false;
    }
    return true;
  }

 private slots:
  void initTestCase() {
    m_good = file("good.loopline");
    auto recorder = Recorder::create(m_good);
    Recording run(*recorder.value(), {.title = "good"});
    run.loop(1);
    for (ObjectId i = 2; i < 2'000; ++i) {
      run.time += 1'000;
      run.task(i, i, "coroutine " + std::to_string(i));
      run.step(i, run.last());
      run.ends(i);
    }
    recorder.value()->end_run(RunState::finished);
    QVERIFY(recorder.value()->close().ok());
    std::ifstream stream(m_good, std::ios::binary);
    m_bytes.assign(std::istreambuf_iterator<char>(stream), {});
    QVERIFY(read_all(m_good));
  }

  void a_part_of_a_run_can_be_read() {
    auto reader = TraceReader::open(m_good);
    const RunData all = reader.value().load(1).value();
    const auto some = reader.value().events(1, 100, 5'000);
    QVERIFY(some.ok());
    QCOMPARE(some.value().size(), std::size_t{4'901});
    for (std::size_t i = 0; i < some.value().size(); ++i) QVERIFY(some.value()[i] == all.events[100 + i]);
    QCOMPARE(reader.value().events(1, 5'990, 1'000'000).value().size(), all.events.size() - 5'989);
    QVERIFY(reader.value().events(1, 10, 5).value().empty());
  }

  void scanning_gives_every_event_once() {
    auto reader = TraceReader::open(m_good);
    std::size_t events = 0;
    QVERIFY(reader.value().scan(1, [&](std::span<const Event> piece) { events += piece.size(); }).ok());
    QCOMPARE(events, reader.value().runs()[0].event_count());
  }

  void a_run_that_is_not_there_is_an_error() {
    auto reader = TraceReader::open(m_good);
    QVERIFY(reader.value().load(7).error().code == ErrorCode::no_such_run);
    QVERIFY(reader.value().events(0, 1, 2).error().code == ErrorCode::no_such_run);
  }

  void what_is_not_a_recording_is_told() {
    QVERIFY(code_of(file("nothing.loopline")) == ErrorCode::cannot_open);
    QVERIFY(code_of(m_folder.path().toStdString()) == ErrorCode::cannot_open);
    QVERIFY(code_of(write("empty", "")) == ErrorCode::not_a_recording);
    QVERIFY(code_of(write("text", "import asyncio\n" + std::string(5'000, 'x'))) == ErrorCode::not_a_recording);
    std::string other = m_bytes;
    other[68] = 0;  // application_id
    const auto path = write("other", other);
    QVERIFY(code_of(path) == ErrorCode::not_a_recording);
    QVERIFY(TraceReader::open(path).error().message.find("“other”") != std::string::npos);
  }

  void a_newer_format_names_who_made_it() {
    std::string newer = m_bytes;
    newer[63] = 9;  // user_version
    const auto path = write("newer", newer);
    QVERIFY(code_of(path) == ErrorCode::newer_version);
    QVERIFY(TraceReader::open(path).error().message.find("Loopline") != std::string::npos);
    QVERIFY(TraceReader::open(path).error().message.find("format 9") != std::string::npos);
  }

  void a_file_that_is_cut_off_is_told_wherever_it_is_cut() {
    for (std::size_t size = 0; size < m_bytes.size(); size += size < 200 ? 13 : 3'001) {
      const auto path = write("cut", m_bytes.substr(0, size));
      const auto reader = TraceReader::open(path);
      QVERIFY2(!reader.ok(), std::to_string(size).c_str());
      QVERIFY(reader.error().code == (size < 16 ? ErrorCode::not_a_recording : ErrorCode::damaged));
      QVERIFY(!reader.error().message.empty());
    }
  }

  void altered_bytes_never_crash_the_reader() {
    std::mt19937 random(11);
    int told = 0;
    for (int round = 0; round < 400; ++round) {
      std::string bytes = m_bytes;
      for (unsigned flips = 1 + random() % 8; flips > 0; --flips) {
        // Half of them in the first pages, where the structure is.
        const std::size_t range = random() % 2 == 0 ? 40'000 : bytes.size();
        bytes[random() % range] ^= static_cast<char>(1 << random() % 8);
      }
      told += !read_all(write("altered", bytes));
    }
    QVERIFY(told > 50);
  }

  void falling_times_and_missing_events_are_told() {
    const auto path = file("falls.loopline");
    {
      auto recorder = Recorder::create(path);
      Recording run(*recorder.value());
      run.time = 5;
      run.add(Kind::line);
      run.time = 4;
      run.add(Kind::line);
      recorder.value()->end_run(RunState::finished);
      QVERIFY(recorder.value()->close().ok());
    }
    auto reader = TraceReader::open(path);
    QVERIFY(reader.ok());
    QVERIFY(reader.value().load(1).error().code == ErrorCode::damaged);
  }
};

QTEST_APPLESS_MAIN(TestReader)
#include "test_reader.moc"

// Writes runs into a recording, or into memory. The producer appends fixed-size records to a chunk of 4,096; full
// chunks go to a writer thread, which inserts them into SQLite and gives them back. Nothing is ever dropped: when all
// chunks are on their way, the producer waits.
//
// Threads: one producer at a time. It may move from one OS thread to another if something orders the two (a baton, a
// join). ok() and error() may be called from any thread.
//
// Errors: what the writer cannot write (a full disk, a file-size limit) makes ok() false; appending stays harmless
// from then on. close() returns the first such error. The file keeps what had been committed and says of the run that
// it is unfinished.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trace/event.h"
#include "trace/result.h"
#include "trace/run_data.h"
#include "trace/tables.h"

namespace loopline::trace {

struct RecorderOptions {
  std::string program = "Loopline";  ///< name and version, for the file's `meta` table
  bool overwrite = false;            ///< replace what is at the path; else that is ErrorCode::already_exists
  std::size_t chunks = 16;           ///< of 4,096 events, 192 KiB each; at least 2
};

class Recorder {
 public:
  /// What a recorder without a file does with its events.
  enum class Keep : std::uint8_t {
    nothing,  ///< chunks are used again: what recording costs, without a disk
    all,      ///< take_run() gives them
  };

  /// A new file at `path`.
  static Result<std::unique_ptr<Recorder>> create(const std::filesystem::path& path,
                                                  const RecorderOptions& options = {});
  /// No file and no thread.
  static std::unique_ptr<Recorder> in_memory(Keep keep);

  /// Writes a run that is in memory as a recording of its own, with the numbers that it has there. All of it or
  /// nothing: `to` is replaced only if `overwrite`, and only by a complete file.
  static Status save(const RunData& data, const std::filesystem::path& to, bool overwrite = false);

  /// Closes; errors are lost then, so call close().
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  /// Begins a run. `clock` is read at every event: nanoseconds since the start of the run. Not owned; must live until
  /// end_run(). A run that is still open ends as `stopped` first.
  RunId begin_run(const RunInfo& info, const std::int64_t* clock);
  /// Ends it; everything appended is then on its way to the file.
  void end_run(RunState state, std::string_view text = {});

  /// Appends an event at the clock's time; its number within the run. Only between begin_run() and end_run().
  EventNumber append(Kind kind, ObjectId task = 0, std::int64_t a = 0, std::int64_t b = 0, std::int64_t c = 0,
                     std::int64_t d = 0) {
    if (!has_room()) [[unlikely]]
      next_chunk();
    return append_in_room(kind, task, a, b, c, d);
  }
  /// Whether the next event needs no new chunk: then append_in_room() may be called in place of append(). It calls
  /// nothing, so that a caller may have a short way of its own.
  bool has_room() const noexcept { return m_next != m_chunk_end; }
  EventNumber append_in_room(Kind kind, ObjectId task, std::int64_t a, std::int64_t b, std::int64_t c,
                             std::int64_t d) noexcept {
    Event& event = *m_next++;
    event.time = *m_clock;
    event.a = a;
    event.b = b;
    event.c = c;
    event.d = d;
    event.task = task;
    event.kind = kind;
    return ++m_last_event;
  }
  /// The number of the newest event of this run; 0 before the first.
  EventNumber last_event() const noexcept { return m_last_event; }

  /// The id of a text; the same text has the same id as long as not more than kInterned texts are in use (beyond that
  /// it may get a second one, so that a long run's values do not fill the memory).
  StringId intern(std::string_view text);
  static constexpr std::size_t kInterned = std::size_t{1} << 20;

  // Rows of the other tables. The event that tells of the same thing is appended by the caller.
  void add_task(const TaskRow& task);
  void add_object(const ObjectRow& object);
  void add_loop(const LoopRow& loop);
  void add_thread(const ThreadRow& thread);
  /// The node for `function` at `line` below `parent`; equal arguments give the same node within a run.
  StackId add_stack_node(StackId parent, StringId function, std::uint32_t line);

  /// False once something could not be written.
  bool ok() const noexcept;
  std::optional<Error> error() const;

  /// Hands over what was appended so far and waits until it is committed: a reader sees it then.
  Status flush();
  /// Ends an open run as `stopped`, writes everything and makes the file a single one (no -wal, no -shm), unless a
  /// reader has it open: then SQLite tidies up when the last reader leaves. Idempotent.
  Status close();

  /// With Keep::all: the run that ended last (or is still open), once.
  RunData take_run();

 private:
  class Sink;
  class FileSink;
  class MemorySink;
  class Interner;
  class StackNodes;
  struct Chunk;

  explicit Recorder(std::unique_ptr<Sink> sink);
  void next_chunk();
  void hand_over();

  Event* m_next = nullptr;       // where the next event goes
  Event* m_chunk_end = nullptr;  // equal to m_next when there is no chunk, so that append needs one test only
  const std::int64_t* m_clock = nullptr;
  EventNumber m_last_event = 0;

  std::unique_ptr<Chunk> m_chunk;
  std::unique_ptr<Sink> m_sink;
  std::unique_ptr<Interner> m_strings;
  std::unique_ptr<StackNodes> m_stacks;
  RunId m_run = 0;
  bool m_open = false;
};

}  // namespace loopline::trace

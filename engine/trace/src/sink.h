// Where a recorder's chunks go: to a writer thread and a file, or into memory.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "trace/event_columns.h"
#include "trace/recorder.h"

namespace loopline::trace {

/// Rows of the small tables, in the order in which they were added.
struct SideRows {
  struct Text {
    StringId id;
    std::size_t size;
  };
  std::vector<Text> strings;
  std::string text;  // of all strings, one behind the other
  std::vector<TaskRow> tasks;
  std::vector<ObjectRow> objects;
  std::vector<StackRow> stacks;
  std::vector<LoopRow> loops;
  std::vector<ThreadRow> threads;

  void add_string(StringId id, std::string_view value);
  void clear() noexcept;
};

/// What goes to the writer at once. Events and rows of a chunk are of one run. A run's Begin comes with the first of
/// its chunks, its End with the last; rows of a chunk are stored before its events, so that no id stands there
/// unexplained.
struct Recorder::Chunk {
  static constexpr std::size_t kEvents = EventColumns::kBlock;
  struct End {
    RunState state;
    std::string text;
  };

  std::unique_ptr<Event[]> events = std::make_unique_for_overwrite<Event[]>(kEvents);
  std::size_t count = 0;
  SideRows rows;
  RunId run = 0;
  std::optional<RunInfo> begin;
  std::optional<End> end;

  void clear() noexcept;
};

class Recorder::Sink {
 public:
  virtual ~Sink() = default;

  /// An empty chunk; may wait until there is one.
  virtual std::unique_ptr<Chunk> take() = 0;
  virtual void put(std::unique_ptr<Chunk> chunk) = 0;
  /// Whether part of a block may be put before a run ends.
  virtual bool takes_parts() const noexcept = 0;
  /// Waits until all that was put is where it belongs.
  virtual Status flush() = 0;
  virtual Status close() = 0;

  virtual bool ok() const noexcept = 0;
  virtual std::optional<Error> error() const = 0;
  virtual RunData take_run() = 0;
};

}  // namespace loopline::trace

// Opens a recording for reading. A recorder may still be writing: what it has committed is there.
//
// Threads: a reader belongs to one thread at a time. What it gives is independent of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trace/event.h"
#include "trace/result.h"
#include "trace/run_data.h"
#include "trace/tables.h"

namespace loopline::trace {

class Database;

/// A blob of the table `derived`, read piece by piece: it may be large. Must not outlive its reader.
class DerivedBlob {
 public:
  DerivedBlob();  ///< absent: of size 0
  ~DerivedBlob();
  DerivedBlob(DerivedBlob&&) noexcept;
  DerivedBlob& operator=(DerivedBlob&&) noexcept;

  std::uint64_t size() const noexcept { return m_size; }
  /// False if that much is not there.
  bool read(std::uint64_t offset, std::span<std::uint8_t> bytes) const;

 private:
  friend class TraceReader;
  struct Handle;
  std::unique_ptr<Handle> m_handle;
  std::uint64_t m_size = 0;
};

class TraceReader {
 public:
  /// Errors: cannot_open, not_a_recording, newer_version (names the version that made it), damaged.
  static Result<TraceReader> open(const std::filesystem::path& path);
  ~TraceReader();
  TraceReader(TraceReader&&) noexcept;
  TraceReader& operator=(TraceReader&&) noexcept;

  /// The program that made it, "Loopline 0.1.0".
  const std::string& made_by() const noexcept { return m_made_by; }
  /// The runs, in order. A run in state `running` is being written, or was killed.
  std::span<const Run> runs() const noexcept { return m_runs; }
  /// True if a run is in state `running`.
  bool unfinished() const noexcept;
  /// Looks again: a recorder may have written more.
  Status refresh();

  /// Everything of a run. What cannot be read is an error (damaged), nothing is left out silently.
  Result<RunData> load(RunId run) const;
  /// Everything but the events.
  Result<RunData> load_tables(RunId run) const;

  /// Events `first` to `last` of a run (numbers within the run), as far as they exist.
  Result<std::vector<Event>> events(RunId run, EventNumber first, EventNumber last) const;
  /// All events of a run in order, in pieces of up to EventColumns::kBlock, all but the last one whole.
  Status scan(RunId run, const std::function<void(std::span<const Event>)>& piece) const;

  Result<std::vector<Annotation>> annotations(RunId run) const;
  /// A blob of the table `derived`; one of size 0 if it is absent or of another version.
  DerivedBlob derived(RunId run, std::string_view kind, std::int64_t version) const;

 private:
  explicit TraceReader(std::unique_ptr<Database> database);
  const Run* find(RunId run) const noexcept;

  std::unique_ptr<Database> m_database;
  std::string m_made_by;
  std::vector<Run> m_runs;
};

}  // namespace loopline::trace

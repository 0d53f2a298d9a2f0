// What is derived of a run, kept in the recording: so that a large one opens faster the next time.
#include <algorithm>
#include <string>

#include "archive.h"
#include "counter_builder.h"
#include "replay/replay.h"
#include "run_index.h"
#include "trace/file.h"
#include "trace/reader.h"

namespace loopline::replay {
namespace {

// Rises whenever a column is added, removed or means something else: older blobs are then not used.
constexpr std::int64_t kVersion = Replay::kDerivedVersion;
constexpr std::size_t kPart = std::size_t{64} << 20;  // SQLite's blobs have a limit of 10^9 bytes

struct Head {
  std::uint64_t events = 0, bytes = 0;  // how many events, and how many bytes all parts have
  std::uint64_t byte_order = 0x0102030405060708;

  bool operator==(const Head&) const = default;
};

std::string part_name(std::size_t part) { return "replay." + std::to_string(part); }

// The parts one behind the other.
class StoredParts final : public ByteSource {
 public:
  StoredParts(const trace::TraceReader& reader, trace::RunId run, std::uint64_t bytes)
      : m_reader(reader), m_run(run), m_left(bytes) {}

  std::uint64_t left() const override { return m_left; }
  bool read(std::span<std::uint8_t> bytes) override {
    while (!bytes.empty()) {
      if (m_at == m_part.size()) {
        m_part = m_reader.derived(m_run, part_name(m_next++), kVersion);
        m_at = 0;
        if (m_part.size() == 0) return false;
      }
      const std::size_t size = std::min<std::uint64_t>(bytes.size(), m_part.size() - m_at);
      if (!m_part.read(m_at, bytes.first(size))) return false;
      bytes = bytes.subspan(size);
      m_at += size;
      m_left -= size;
    }
    return true;
  }

 private:
  const trace::TraceReader& m_reader;
  trace::RunId m_run;
  std::uint64_t m_left;
  trace::DerivedBlob m_part;
  std::uint64_t m_at = 0;
  std::size_t m_next = 0;
};

// The events, packed, with a check sum behind them: reading them row by row would take most of the time.
std::vector<std::uint8_t> archived(const trace::EventColumns& events) {
  std::vector<std::uint8_t> bytes = events.archive();
  const std::uint64_t sum = checksum(bytes);
  const auto* end = reinterpret_cast<const std::uint8_t*>(&sum);
  bytes.insert(bytes.end(), end, end + sizeof sum);
  return bytes;
}

// False if that is not what archived() gave.
bool restore(trace::EventColumns& events, ByteSource& source) {
  Checksum sum;
  const auto read = [&](std::span<std::uint8_t> bytes) {
    if (bytes.size() > source.left() || !source.read(bytes)) return false;
    sum.add(bytes);
    return true;
  };
  std::uint64_t stored = 0;
  const std::span<std::uint8_t> end(reinterpret_cast<std::uint8_t*>(&stored), sizeof stored);
  if (events.restore(read) && source.left() >= end.size() && source.read(end) && stored == sum.value()) return true;
  events = {};
  return false;
}

// Whether columns are those of the run, as far as some of their events tell: a file may have been altered.
bool are_of(const trace::EventColumns& events, const trace::TraceReader& reader, trace::RunId run) {
  constexpr std::uint64_t kLooks = 16;
  for (std::uint64_t look = 0; look <= kLooks && !events.empty(); ++look) {
    const trace::EventNumber number = 1 + (events.size() - 1) * look / kLooks;
    const auto recorded = reader.events(run, number, number);
    if (!recorded || recorded.value().size() != 1 || recorded.value().front() != events[number]) return false;
  }
  return true;
}

class Bytes final : public ByteSource {
 public:
  explicit Bytes(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
  std::uint64_t left() const override { return m_bytes.size(); }
  bool read(std::span<std::uint8_t> bytes) override {
    std::ranges::copy(m_bytes.first(bytes.size()), bytes.begin());
    m_bytes = m_bytes.subspan(bytes.size());
    return true;
  }
  bool may_be_damaged() const noexcept override { return false; }

 private:
  std::span<const std::uint8_t> m_bytes;
};

void archive_counters(ArchiveWriter& archive, std::vector<Counter>& counters) {
  std::uint64_t count = counters.size();
  archive(count);
  for (Counter& counter : counters) {
    std::vector<char> name(counter.name.begin(), counter.name.end());
    archive(counter.kind, counter.object, name, counter.event, counter.value);
  }
}

void archive_counters(ArchiveReader& archive, std::vector<Counter>& counters) {
  std::uint64_t count = 0;
  archive(count);
  counters.clear();
  for (; count > 0 && archive.ok(); --count) {
    Counter& counter = counters.emplace_back();
    std::vector<char> name;
    archive(counter.kind, counter.object, name, counter.event, counter.value);
    counter.name.assign(name.begin(), name.end());
    if (counter.event.size() != counter.value.size()) counter.event = {}, counter.value = {};
    make_blocks(counter);
  }
}

}  // namespace

// ---- the index

template <class Archive>
void RunIndex::archive_parts(Archive& archive) {
  actors.archive(archive);
  contexts.archive(archive);
  tracks.archive(archive);
  pyramids.archive(archive);
  script.archive(archive);
  timers.archive(archive);
  objects.archive(archive);
  own_work.archive(archive);
  cancels.archive(archive);
  cancelled_handles.archive(archive);
  archive(cancelled_at, never_run, deadlock, steps, turns, prints, console, callbacks, cancel_requests, raises,
          warnings, task_ends, world);
  for (const bool err : {false, true}) archive(parts_of[err], prints_of[err]);
  archive_counters(archive, counters);
}

std::vector<std::uint8_t> RunIndex::archive() {
  ArchiveWriter writer;
  archive_parts(writer);
  return writer.take();
}

// Tests all that serves as an index or as the number of an event: whatever the bytes are, nothing is read that is not
// there.
bool RunIndex::restore_parts(ByteSource& source) {
  ArchiveReader reader(source);
  archive_parts(reader);
  if (!reader.at_end()) return false;
  const std::size_t tasks = actors.tasks.size();
  const std::size_t lane_count = tasks + actors.loops.size() + actors.threads.size();
  if (!actors.is_sound(last()) || !contexts.is_sound(last()) || !tracks.is_sound(lane_count, last())) return false;
  if (!pyramids.is_sound(tracks, lane_count) || !script.is_sound(last()) || !timers.restore(last())) return false;
  if (!objects.restore() || !own_work.is_sound(last()) || !cancels.is_sound(tasks)) return false;
  if (!cancelled_handles.restore() || cancelled_handles.size() != cancelled_at.size()) return false;
  if (!std::ranges::all_of(never_run, [tasks](std::uint32_t task) { return task < tasks; })) return false;
  for (const std::uint32_t task : never_run) {
    if (tracks.track(actors.tasks[task].lane).empty()) return false;
  }
  const auto happened = [this](EventIndex event) { return event != 0 && event <= last(); };
  for (const auto* positions : {&steps, &turns, &prints, &console, &callbacks, &cancel_requests, &raises, &warnings,
                                &task_ends, &world, &parts_of[0], &parts_of[1], &prints_of[0], &prints_of[1]}) {
    if (!std::ranges::all_of(*positions, happened)) return false;
  }
  make_lanes();
  return true;
}

std::unique_ptr<RunIndex> RunIndex::restore(trace::RunData run, std::span<const std::uint8_t> archive) {
  Bytes source(archive);
  return restore(std::move(run), source);
}

std::unique_ptr<RunIndex> RunIndex::restore(trace::RunData run, ByteSource& source) {
  std::unique_ptr<RunIndex> index(new RunIndex(std::move(run)));
  index->restored = index->restore_parts(source);
  if (index->restored) return index;
  return build(std::move(index->data));
}

// ---- in the file

trace::Status Replay::save_derived(const std::filesystem::path& path) const {
  std::vector<std::uint8_t> bytes = archived(m_index->events);
  const std::vector<std::uint8_t> index = m_index->archive();
  bytes.insert(bytes.end(), index.begin(), index.end());
  const Head head{.events = m_index->last(), .bytes = bytes.size()};
  std::vector<std::string> names;
  for (std::size_t from = 0; from < bytes.size(); from += kPart) names.push_back(part_name(names.size()));
  std::vector<trace::DerivedPart> parts{{"replay", {reinterpret_cast<const std::uint8_t*>(&head), sizeof head}}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t from = i * kPart;
    parts.push_back({names[i], std::span(bytes).subspan(from, std::min(kPart, bytes.size() - from))});
  }
  return trace::save_derived(path, run().id, kVersion, parts);
}

trace::Result<Replay> Replay::open(const std::filesystem::path& path, trace::RunId run) {
  trace::Result<trace::TraceReader> reader = trace::TraceReader::open(path);
  if (!reader) return reader.error();
  if (run == 0 && !reader.value().runs().empty()) run = reader.value().runs().back().id;
  // Derived columns that are absent, of another version or damaged are no error: they are made again.
  Head head;
  const trace::DerivedBlob stored = reader.value().derived(run, "replay", kVersion);
  const auto row = std::ranges::find(reader.value().runs(), run, &trace::Run::id);
  const std::uint64_t count = row != reader.value().runs().end() ? row->event_count() : 0;
  if (count < kNowhere && stored.size() == sizeof head &&
      stored.read(0, {reinterpret_cast<std::uint8_t*>(&head), sizeof head}) &&
      head == Head{.events = count, .bytes = head.bytes}) {
    trace::Result<trace::RunData> data = reader.value().load_tables(run);
    if (!data) return data.error();
    trace::EventColumns& events = data.value().events;
    StoredParts source(reader.value(), run, head.bytes);
    if (restore(events, source) && events.size() == count && are_of(events, reader.value(), run)) {
      return Replay(RunIndex::restore(std::move(data).value(), source));
    }
  }
  trace::Result<trace::RunData> data = reader.value().load(run);
  if (!data) return data.error();
  return build(std::move(data).value());
}

bool Replay::is_restored() const noexcept { return m_index->restored; }

}  // namespace loopline::replay

// A run in memory as a file: its rows and events as they are, so that every number stays what it was.
#include <algorithm>
#include <system_error>

#include "file_sink.h"
#include "trace/recorder.h"

namespace loopline::trace {

Status Recorder::save(const RunData& data, const std::filesystem::path& to, bool overwrite) {
  std::error_code error;
  if (std::filesystem::exists(to, error) && !overwrite) {
    return Error{ErrorCode::already_exists, quoted(to) + " exists already. Choose another name, or replace it."};
  }
  std::filesystem::path half = to;
  half += ".part";
  Result<std::unique_ptr<Sink>> opened = FileSink::create(half, {.overwrite = true});
  if (!opened) return opened.error();
  const std::unique_ptr<Sink> sink = std::move(opened).value();

  std::unique_ptr<Chunk> chunk = sink->take();
  chunk->begin = data.run.info;
  for (std::size_t id = 1; id <= data.strings.size(); ++id) {
    chunk->rows.add_string(static_cast<StringId>(id), data.strings[static_cast<StringId>(id)]);
  }
  chunk->rows.tasks = data.tasks;
  chunk->rows.objects = data.objects;
  chunk->rows.stacks = data.stacks;
  chunk->rows.loops = data.loops;
  chunk->rows.threads = data.threads;
  for (EventNumber next = 1; next <= data.events.size() && sink->ok();) {
    chunk->count = std::min<std::size_t>(Chunk::kEvents, data.events.size() - next + 1);
    for (std::size_t i = 0; i < chunk->count; ++i) chunk->events[i] = data.events[next++];
    chunk->run = 1;
    sink->put(std::move(chunk));
    chunk = sink->take();
  }
  chunk->run = 1;
  chunk->end = Chunk::End{data.run.state, data.run.ended_text};
  sink->put(std::move(chunk));
  const Status closed = sink->close();
  if (closed) std::filesystem::rename(half, to, error);
  if (closed && !error) return Done{};
  std::error_code ignored;
  std::filesystem::remove(half, ignored);
  if (!closed) return closed;
  return Error{ErrorCode::cannot_write, quoted(to) + " could not be written: " + error.message() + "."};
}

}  // namespace loopline::trace

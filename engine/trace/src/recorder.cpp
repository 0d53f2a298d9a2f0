#include "trace/recorder.h"

#include <cassert>
#include <utility>

#include "file_sink.h"
#include "interner.h"
#include "memory_sink.h"

namespace loopline::trace {

Result<std::unique_ptr<Recorder>> Recorder::create(const std::filesystem::path& path, const RecorderOptions& options) {
  Result<std::unique_ptr<Sink>> sink = FileSink::create(path, options);
  if (!sink) return sink.error();
  return std::unique_ptr<Recorder>(new Recorder(std::move(sink).value()));
}

std::unique_ptr<Recorder> Recorder::in_memory(Keep keep) {
  return std::unique_ptr<Recorder>(new Recorder(std::make_unique<MemorySink>(keep)));
}

Recorder::Recorder(std::unique_ptr<Sink> sink)
    : m_sink(std::move(sink)), m_strings(std::make_unique<Interner>()), m_stacks(std::make_unique<StackNodes>()) {
  m_chunk = m_sink->take();
}

Recorder::~Recorder() { static_cast<void>(close()); }

RunId Recorder::begin_run(const RunInfo& info, const std::int64_t* clock) {
  assert(m_chunk != nullptr);
  if (m_open) end_run(RunState::stopped);
  ++m_run;
  m_open = true;
  m_clock = clock;
  m_last_event = 0;
  m_stacks->clear();
  m_chunk->begin = info;
  hand_over();  // at once: whoever looks at the file sees that the run has begun
  return m_run;
}

void Recorder::end_run(RunState state, std::string_view text) {
  if (!m_open) return;
  m_chunk->end = Chunk::End{state, std::string(text)};
  m_open = false;
  hand_over();
  m_clock = nullptr;
}

// Gives the chunk to the sink and takes a fresh one. While no run is open the fresh one has no room for events: it
// serves for texts that are interned between runs.
void Recorder::hand_over() {
  if (m_next != nullptr) m_chunk->count = static_cast<std::size_t>(m_next - m_chunk->events.get());
  m_chunk->run = m_run;
  m_sink->put(std::move(m_chunk));
  m_chunk = m_sink->take();
  m_next = m_open ? m_chunk->events.get() : nullptr;
  m_chunk_end = m_open ? m_next + Chunk::kEvents : nullptr;
}

void Recorder::next_chunk() {
  assert(m_open);
  hand_over();
}

StringId Recorder::intern(std::string_view text) {
  const Interner::Found found = m_strings->find_or_add(text);
  if (found.is_new) m_chunk->rows.add_string(found.id, text);
  return found.id;
}

void Recorder::add_task(const TaskRow& task) { m_chunk->rows.tasks.push_back(task); }
void Recorder::add_object(const ObjectRow& object) { m_chunk->rows.objects.push_back(object); }
void Recorder::add_loop(const LoopRow& loop) { m_chunk->rows.loops.push_back(loop); }
void Recorder::add_thread(const ThreadRow& thread) { m_chunk->rows.threads.push_back(thread); }

StackId Recorder::add_stack_node(StackId parent, StringId function, std::uint32_t line) {
  const StackNodes::Found found = m_stacks->find_or_add(parent, function, line);
  if (found.is_new) m_chunk->rows.stacks.push_back({found.id, parent, function, line});
  return found.id;
}

bool Recorder::ok() const noexcept { return m_sink->ok(); }
std::optional<Error> Recorder::error() const { return m_sink->error(); }

Status Recorder::flush() {
  if (m_open && m_sink->takes_parts()) hand_over();
  return m_sink->flush();
}

Status Recorder::close() {
  if (m_open) end_run(RunState::stopped);
  return m_sink->close();
}

RunData Recorder::take_run() {
  if (m_open) end_run(RunState::stopped);
  return m_sink->take_run();
}

}  // namespace loopline::trace

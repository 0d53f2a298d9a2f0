#include "memory_sink.h"

#include <cassert>
#include <utility>

namespace loopline::trace {
namespace {

template <class Row>
void append_rows(std::vector<Row>& to, const std::vector<Row>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

std::unique_ptr<Recorder::Chunk> Recorder::MemorySink::take() {
  return m_spare ? std::move(m_spare) : std::make_unique<Chunk>();
}

void Recorder::MemorySink::put(std::unique_ptr<Chunk> chunk) {
  if (m_keep == Keep::all) keep(*chunk);
  chunk->clear();
  m_spare = std::move(chunk);
}

void Recorder::MemorySink::keep(Chunk& chunk) {
  if (chunk.begin) {
    m_data = RunData{};
    m_data.run.id = chunk.run;
    m_data.run.info = std::move(*chunk.begin);
  }
  std::string_view text = chunk.rows.text;
  for (const SideRows::Text& string : chunk.rows.strings) {
    [[maybe_unused]] const StringId id = m_strings.add(text.substr(0, string.size));
    assert(id == string.id);
    text.remove_prefix(string.size);
  }
  append_rows(m_data.tasks, chunk.rows.tasks);
  append_rows(m_data.objects, chunk.rows.objects);
  append_rows(m_data.stacks, chunk.rows.stacks);
  append_rows(m_data.loops, chunk.rows.loops);
  append_rows(m_data.threads, chunk.rows.threads);
  m_data.events.append({chunk.events.get(), chunk.count});
  if (chunk.end) {
    m_data.run.state = chunk.end->state;
    m_data.run.ended_text = std::move(chunk.end->text);
  }
}

RunData Recorder::MemorySink::take_run() {
  m_data.strings = m_strings;
  m_data.run.first_event = m_data.events.empty() ? 0 : 1;
  m_data.run.last_event = m_data.events.size();
  return std::exchange(m_data, {});
}

}  // namespace loopline::trace

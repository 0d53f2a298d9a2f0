#include "sink.h"

namespace loopline::trace {

void SideRows::add_string(StringId id, std::string_view value) {
  strings.push_back({id, value.size()});
  text.append(value);
}

void SideRows::clear() noexcept {
  strings.clear();
  text.clear();
  tasks.clear();
  objects.clear();
  stacks.clear();
  loops.clear();
  threads.clear();
}

void Recorder::Chunk::clear() noexcept {
  count = 0;
  rows.clear();
  run = 0;
  begin.reset();
  end.reset();
}

}  // namespace loopline::trace

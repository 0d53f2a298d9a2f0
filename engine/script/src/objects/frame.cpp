#include "script/frame.h"

#include "frame_life.h"
#include "script/objects/generator.h"

namespace loopline::script {

Ref<Frame> Frame::create(Ref<Function> function, Code& code, Ref<Dict> globals) {
  return FrameLife::begin(std::move(function), code, std::move(globals));
}

void Frame::dispose() noexcept { FrameLife::end(*this); }

int Frame::line() const noexcept { return position().line; }

const CodePosition& Frame::position() const noexcept {
  const std::size_t count = m_code->positions.size();
  return m_code->positions[pc < count ? pc : count - 1];
}

void Frame::clear() noexcept {
  for (std::uint16_t i = 0; i < m_register_count; ++i) registers()[i].reset();
}

void Frame::clear_temporaries(std::uint16_t from) noexcept {
  for (std::uint16_t i = from; i < m_register_count; ++i) registers()[i].reset();
}

void Frame::visit(Visitor& visitor) const {
  visitor.visit(m_code.get());
  visitor.visit(m_function.get());
  visitor.visit(m_globals.get());
  visitor.visit(names.get());
  visitor.visit(handled.get());
  for (std::uint16_t i = 0; i < m_register_count; ++i) visit_value(visitor, registers()[i]);
}

void Frame::drop_references() noexcept {
  clear();
  names = nullptr;
  handled = nullptr;
}

}  // namespace loopline::script

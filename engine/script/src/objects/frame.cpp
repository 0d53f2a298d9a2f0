#include "script/frame.h"

#include <new>

#include "script/objects/exception_object.h"
#include "script/objects/generator.h"

namespace loopline::script {

Frame::Frame(Ref<Function> function, Code& code, Ref<Dict> globals) noexcept
    : Container(kind::frame, Unlinked{}),
      m_code(&code),
      m_function(std::move(function)),
      m_globals(std::move(globals)),
      m_register_count(code.register_count) {}

Ref<Frame> Frame::create(Ref<Function> function, Code& code, Ref<Dict> globals) {
  void* block = loop::Memory::current().allocate(sizeof(Frame) + code.register_count * sizeof(Value));
  Ref<Frame> frame(::new (block) Frame(std::move(function), code, std::move(globals)));
  Value* registers = frame->registers();
  for (std::uint16_t i = 0; i < code.register_count; ++i) new (registers + i) Value();
  return frame;
}

void Frame::dispose() noexcept {
  const std::size_t bytes = sizeof(Frame) + m_register_count * sizeof(Value);
  for (std::uint16_t i = 0; i < m_register_count; ++i) registers()[i].~Value();
  this->~Frame();
  loop::Memory::current().deallocate(this, bytes);
}

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

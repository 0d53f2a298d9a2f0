// How frames are made and ended: inlined into the dispatch loop, where it is most of what a call costs.
#pragma once

#include <new>

#include "script/frame.h"
#include "script/objects/exception_object.h"

namespace loopline::script {

class FrameLife {
 public:
  static Ref<Frame> begin(Ref<Function> function, Code& code, Ref<Dict> globals) {
    const std::uint16_t count = code.register_count;
    void* block = loop::Memory::current().allocate(sizeof(Frame) + count * sizeof(Value));
    Ref<Frame> frame(::new (block) Frame(std::move(function), code, std::move(globals)));
    Value* registers = frame->registers();
    for (std::uint16_t i = 0; i < count; ++i) ::new (registers + i) Value();
    return frame;
  }

  /// The last reference went.
  static void end(Frame& frame) noexcept {
    const std::uint16_t count = frame.m_register_count;
    Value* registers = frame.registers();
    for (std::uint16_t i = 0; i < count; ++i) registers[i].~Value();
    frame.Frame::~Frame();
    loop::Memory::current().deallocate(&frame, sizeof(Frame) + count * sizeof(Value));
  }

  /// The stack gives up its reference to a frame that has returned. Does what release() does without the ways around:
  /// nothing has been nested in the end of this frame yet, so it needs no care about depth.
  static void leave(Frame& frame) noexcept {
    if (frame.m_references == 1 && !frame.is_weakly_referenced()) [[likely]] {
      frame.m_references = 0;
      end(frame);
    } else {
      frame.release();
    }
  }
};

}  // namespace loopline::script

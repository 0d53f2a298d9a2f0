// Frames: activations of code. They live on the heap, so that suspending is returning with the frame kept.
#pragma once

#include <cstdint>

#include "script/code.h"
#include "script/objects/dict.h"
#include "script/objects/function.h"
#include "script/value.h"

namespace loopline::script {

class ExceptionObject;
class Generator;

/// What becomes of a frame's result.
enum class ReturnMode : std::uint8_t {
  to_register,   ///< the caller's register gets it
  discard,       ///< __init__: the caller's register has the instance already
  to_native,     ///< the machine was entered from native code for this frame: it is left again
  to_iteration,  ///< the caller's for_iter: a yield is its next value, a return ends the loop
  to_await,      ///< the caller awaits (or yields from) this frame's generator: suspensions pass through
};

class Frame final : public Container {
 public:
  static Ref<Frame> create(Ref<Function> function, Code& code, Ref<Dict> globals);

  Code& code() const noexcept { return *m_code; }
  Function* function() const noexcept { return m_function.get(); }
  const Ref<Dict>& globals() const noexcept { return m_globals; }
  Value* registers() noexcept { return reinterpret_cast<Value*>(this + 1); }
  const Value* registers() const noexcept { return reinterpret_cast<const Value*>(this + 1); }
  std::uint16_t register_count() const noexcept { return m_register_count; }

  /// The line of the current instruction.
  int line() const noexcept;
  const CodePosition& position() const noexcept;
  /// Unsets all registers: the variables die in order.
  void clear() noexcept;
  void clear_temporaries(std::uint16_t from) noexcept;

  std::uint32_t pc = 0;  ///< of the next instruction; of the current one while it is suspended or has raised
  std::uint16_t return_register = 0;  ///< in the caller
  ReturnMode return_mode = ReturnMode::to_native;
  bool is_finished = false;
  bool traced = false;             ///< a recorder has been told of it
  Frame* caller = nullptr;         ///< the frame that called or resumed it, while it runs or is awaited
  Generator* generator = nullptr;  ///< the generator or coroutine whose frame it is; it owns the frame
  Ref<Dict> names;                 ///< the namespace of a module or class body
  Ref<ExceptionObject> handled;    ///< what an except clause of this frame is handling
  std::uint64_t trace_number = 0;  ///< for the recorder
  int depth_before = 0;            ///< in the root of a chain of awaiting frames: the stack's depth below it
  /// Of an __init__ that makes an object: what the caller gets. Of a class body: what the metaclass's __prepare__ gave,
  /// if that has a __setitem__ of its own.
  Value instance;

  /// From now on something besides its caller refers to it.
  void escape() noexcept { link_to_memory(); }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  friend class FrameLife;
  Frame(Ref<Function> function, Code& code, Ref<Dict> globals) noexcept
      : Container(kind::frame, Unlinked{}),
        m_code(&code),
        m_function(std::move(function)),
        m_globals(std::move(globals)),
        m_register_count(code.register_count) {}
  ~Frame() override = default;
  void dispose() noexcept override;

  Ref<Code> m_code;
  Ref<Function> m_function;
  Ref<Dict> m_globals;
  std::uint16_t m_register_count;
};

}  // namespace loopline::script

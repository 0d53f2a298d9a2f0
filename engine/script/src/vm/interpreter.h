// The dispatch loop. One Interpreter serves one entry from native code; script calls do not nest it.
#pragma once

#include "script/objects/iterators.h"
#include "script/vm.h"

namespace loopline::script {

class Interpreter {
 public:
  Interpreter(Vm& vm, ThreadState& thread);

  /// Runs a frame that is not on the stack yet, from its beginning; takes over the reference.
  /// Returns its result; unset after raising.
  Value run_frame(Ref<Frame> frame);
  /// Goes on with a generator from where its chain is suspended (or begins it): sends a value, or raises thread.error.
  loop::StepKind run_generator(Generator& generator, Value sent, Value& out);
  /// After run_generator() of an asynchronous generator gave yielded: whether that was one of its values.
  bool left_by_async_yield() const noexcept { return m_async_yield; }

 private:
  /// What a call came to.
  enum class Called : std::uint8_t { value, frame, error };

  loop::StepKind dispatch(Value& out);

  // Stack.
  bool push(Frame& frame, ReturnMode mode, std::uint16_t return_register);
  void pop(Frame& frame);
  bool recursion_error();

  // Calls; `result` is set for Called::value.
  Called call(std::uint16_t base, std::uint16_t count, bool method_form, const Tuple* keyword_names,
              std::uint16_t return_register, Value& result);
  Called call_function(Function& function, Value* arguments, std::size_t count, std::uint16_t return_register,
                       Value& result);
  bool call_plainly(Value* slots, std::size_t given, bool method_form, std::uint16_t return_register);
  bool return_plainly(Value& result);
  Called call_class(Class& cls, Value* arguments, std::size_t count, std::uint16_t return_register, Value& result);
  Called start_frame(Ref<Frame> frame, std::uint16_t return_register, ReturnMode mode, Value& result);
  Value call_spread(std::uint16_t base, bool method_form);

  // Suspension.
  /// Begins or goes on with a script generator as part of the current frame's await, yield from or loop.
  bool enter_generator(Generator& generator, ReturnMode mode, std::uint16_t return_register);
  /// Suspends the chain whose leaf is the current frame; `how` is paused or yielded. True if the frame that resumed the
  /// chain from a loop goes on (its register has the value); false if the machine is to be left with `kind` and `out`.
  bool suspend(Value yielded, loop::StepKind how, loop::StepKind& kind, Value& out);
  enum class Awaited : std::uint8_t {
    done,       ///< the result is in its register, the instruction is over
    entered,    ///< a script frame runs now
    suspended,  ///< the chain is to be suspended with what was yielded
    error,
  };
  /// An await or yield_from instruction begins.
  Awaited begin_await(const Instruction& in, Value& yielded, loop::StepKind& how);
  /// A chain is resumed whose leaf is suspended in an await or yield_from: sends `sent`, or raises thread.error.
  Awaited continue_await(const Instruction& in, Value sent, Value& yielded, loop::StepKind& how);
  Awaited await_future(const Instruction& in, Value& yielded, loop::StepKind& how);
  Awaited await_generator(const Instruction& in);
  Awaited settle_await(const Instruction& in, loop::StepKind kind, Value& out, Value& yielded, loop::StepKind& how);
  Awaited step_iterator(const Instruction& in, Value sent, Value& yielded, loop::StepKind& how);
  Awaited raise_in_iterator(const Instruction& in, Value& yielded, loop::StepKind& how);
  Awaited iterator_ended(const Instruction& in);
  bool make_awaitable(const Instruction& in);
  /// A frame has its result: gives it to whoever waits for it. False if the machine is to be left with it.
  bool finish(Value result, loop::StepKind& kind, Value& out);
  /// An exception leaves the current frame. False if the machine is to be left with it.
  bool unwind_frame(loop::StepKind& kind, Value& out);
  /// PEP 479 and its like.
  void convert_stop_iteration(Generator& generator);
  void finish_generator(Frame& frame);

  // Slower parts of instructions. False (or unset) after raising.
  bool unbound(std::uint16_t operand);
  bool check_set(std::uint16_t operand) { return value_of(operand).is_set() || unbound(operand); }
  const Value& value_of(std::uint16_t operand) const noexcept;
  bool load_global(const Instruction& in, InlineCache& cache);
  bool load_name(const Instruction& in);
  bool store_global(const Instruction& in, InlineCache& cache);
  bool delete_global(const Instruction& in);
  bool load_attr(const Instruction& in, InlineCache& cache);
  bool store_attr(const Instruction& in, InlineCache& cache);
  bool load_method(const Instruction& in, InlineCache& cache);
  bool load_cell_slow(const Instruction& in);
  bool unpack(const Instruction& in);
  bool unpack_starred(const Instruction& in);
  void build_list(const Instruction& in);
  bool build_set(const Instruction& in);
  bool build_dict(const Instruction& in);
  bool build_string(const Instruction& in);
  bool list_extend(const Instruction& in);
  bool set_update(const Instruction& in);
  bool dict_update(const Instruction& in);
  bool dict_merge(const Instruction& in);
  bool format_value(const Instruction& in);
  void make_function(const Instruction& in);
  bool build_class(const Instruction& in);
  bool raise(const Instruction& in);
  void enter_handler(const Instruction& in);
  void leave_handler(const Instruction& in);
  bool match_exception(const Instruction& in);
  bool match_group(const Instruction& in);
  bool raise_group(const Instruction& in);
  bool load_enter(const Instruction& in);
  bool with_exit(const Instruction& in);
  bool get_aiter(const Instruction& in);
  bool get_anext(const Instruction& in);
  Value import_by(const Dict& own_builtins, const Instruction& in);
  bool import_name(const Instruction& in);
  bool import_from(const Instruction& in);
  bool import_star(const Instruction& in);
  bool match_shape(const Instruction& in);
  bool match_length(const Instruction& in);
  bool match_keys(const Instruction& in);
  bool match_class(const Instruction& in, const Instruction& extra);
  bool match_rest(const Instruction& in);
  bool annotate(const Instruction& in);

  Str& name_constant(std::uint16_t index) const noexcept { return *m_constants[index].as<Str>(); }
  bool traces(const Frame& frame) const noexcept { return m_traces && !frame.code().is_library(); }
  void load_frame() noexcept;

  Vm& m_vm;
  ThreadState& m_thread;
  Observer* m_observer;
  bool m_traces;
  bool m_async_yield = false;  // the machine was left by a value of an asynchronous generator
  // The current frame, and its parts kept close.
  Frame* m_frame = nullptr;
  Value* m_registers = nullptr;
  const Value* m_constants = nullptr;
};

}  // namespace loopline::script

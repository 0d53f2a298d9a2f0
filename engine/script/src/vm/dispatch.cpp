// The dispatch loop itself. Everything that is not a short way is in the other files of the interpreter.
#include "../builtins/list.h"
#include "../objects/frame_life.h"
#include "attribute_cache.h"
#include "body_cost.h"
#include "interpreter.h"

// Labels as values are an extension of GCC and Clang; they make this loop a third faster (measured).
#pragma GCC diagnostic ignored "-Wpedantic"

namespace loopline::script {

using loop::StepKind;

namespace {

constexpr std::int64_t kCallCost = 8;

inline bool float_pair(const Value& left, const Value& right, double& l, double& r) noexcept {
  if (left.is_float()) {
    l = left.as_float();
    if (right.is_float()) {
      r = right.as_float();
      return true;
    }
    if (right.is_int()) {
      r = static_cast<double>(right.as_int());
      return true;
    }
    return false;
  }
  if (left.is_int() && right.is_float()) {
    l = static_cast<double>(left.as_int());
    r = right.as_float();
    return true;
  }
  return false;
}

/// text += more, where the variable may be the only one that has the text.
inline bool extends_text(const Value& text, const Value& more) noexcept {
  return text.is_object(kind::str) && more.is_object(kind::str) && text.as_object() != more.as_object();
}

/// Gives what copying the text costs, in instructions: nothing where it grows in place.
inline std::int64_t extend_text(Value& variable, const Str& more) {
  constexpr std::size_t kBytesAnInstruction = 64;
  Ref<Str> text(variable.as<Str>());
  const Str* before = text.get();
  const std::size_t size = text->byte_size();
  variable.reset();
  variable = Value(Str::append(std::move(text), more));
  return variable.as_object() == before ? 0 : static_cast<std::int64_t>(size / kBytesAnInstruction);
}

}  // namespace

/// A call of a script function with as many arguments as it has parameters, none of them special: true if its frame
/// runs now. Else nothing has changed.
[[gnu::always_inline]] inline bool Interpreter::call_plainly(Value* slots, std::size_t given, bool method_form,
                                                             std::uint16_t return_register) {
  if (!slots[0].is_object(kind::function)) return false;
  Value* arguments = slots + 1;
  if (method_form) {
    if (arguments[0].is_set()) {
      ++given;
    } else {
      ++arguments;
    }
  }
  Function& function = *slots[0].as<Function>();
  Code& code = *function.code;
  if (m_traces || !code.is_simple || code.code_kind != CodeKind::function || given != code.positional_count ||
      m_thread.depth >= m_vm.recursion_limit()) {
    return false;
  }
  m_vm.budget() -= body_cost(code);
  Frame& frame = *FrameLife::begin(Ref<Function>(&function), code, function.globals).detach();
  slots[0].reset();
  Value* parameters = frame.registers();
  for (std::size_t i = 0; i < given; ++i) parameters[i] = std::move(arguments[i]);
  if (function.closure) m_vm.fill_closure(frame);
  ++m_thread.depth;
  frame.caller = m_thread.top;
  frame.return_mode = ReturnMode::to_register;
  frame.return_register = return_register;
  m_thread.top = &frame;
  return true;
}

/// The return from such a call; the same.
[[gnu::always_inline]] inline bool Interpreter::return_plainly(Value& result) {
  Frame& frame = *m_frame;
  if (m_traces || frame.return_mode != ReturnMode::to_register || frame.generator != nullptr) return false;
  Frame* caller = frame.caller;
  const std::uint16_t target = frame.return_register;
  m_thread.top = caller;
  --m_thread.depth;
  frame.is_finished = true;
  FrameLife::leave(frame);
  caller->registers()[target] = std::move(result);
  caller->pc += 2;
  return true;
}

StepKind Interpreter::dispatch(Value& out) {
  static const void* const kLabels[] = {
#define LOOPLINE_LABEL(name) &&op_##name,
      LOOPLINE_OPERATIONS(LOOPLINE_LABEL)
#undef LOOPLINE_LABEL
  };

  Value* registers = nullptr;
  const Value* constants = nullptr;
  const Instruction* code = nullptr;
  const Instruction* ip = nullptr;
  const Instruction* in = nullptr;
  InlineCache* caches = nullptr;
  std::int64_t& budget = m_vm.budget();
  StepKind kind = StepKind::returned;
  // A computed goto runs no destructors: whatever an instruction holds for a moment is held here.
  Value scratch;

#define LOAD_FRAME()                            \
  do {                                          \
    load_frame();                               \
    registers = m_registers;                    \
    constants = m_constants;                    \
    code = m_frame->code().instructions.data(); \
    caches = m_frame->code().caches.data();     \
    ip = code + m_frame->pc;                    \
  } while (false)
#define NEXT()                                       \
  do {                                               \
    in = ip++;                                       \
    goto* kLabels[static_cast<std::size_t>(in->op)]; \
  } while (false)
#define SAVE_PC() (m_frame->pc = static_cast<std::uint32_t>(in - code))
#define RK(operand) (((operand)&kConstantOperand) != 0 ? constants[(operand) & ~kConstantOperand] : registers[operand])
#define TRY(expression)            \
  do {                             \
    SAVE_PC();                     \
    if (!(expression)) goto error; \
  } while (false)
#define CACHE() (caches[ip->imm32()])

  LOAD_FRAME();
  if (m_thread.error) [[unlikely]]
    goto error;
  NEXT();

op_extra:
op_check_string:
op_raise_unbound:
  NEXT();

op_line:
  if (m_traces) {
    SAVE_PC();
    m_observer->line(*m_frame, in->imm32());
  }
  NEXT();

  // ---- moving ------------------------------------------------------------------------------------------------------

op_load_const:
  registers[in->a] = constants[static_cast<std::uint32_t>(in->imm32())];
  NEXT();
op_move : {
  const Value& from = registers[in->b];
  if (!from.is_set()) [[unlikely]]
    TRY(unbound(in->b));
  registers[in->a] = from;
  NEXT();
}
op_move_temp:
  registers[in->a] = std::move(registers[in->b]);
  NEXT();
op_clear:
  registers[in->a].reset();
  NEXT();
op_delete_local:
  if (!registers[in->a].is_set()) TRY(unbound(in->a));
  registers[in->a].reset();
  NEXT();

op_load_global : {
  InlineCache& cache = CACHE();
  const std::vector<Dict::Entry>& entries = m_frame->globals()->entries();
  const Object* name = constants[in->b].as_object();
  if (static_cast<std::size_t>(cache.hint) < entries.size() && cache.state == 0) {
    const Dict::Entry& entry = entries[static_cast<std::size_t>(cache.hint)];
    if (entry.key.is_object() && entry.key.as_object() == name) [[likely]] {
      registers[in->a] = entry.value;
      ++ip;
      NEXT();
    }
  } else if (cache.state == 1 && cache.owner == m_frame->globals().get() &&
             cache.epoch == m_frame->globals()->version()) {
    if (const Value* found = entry_at(m_vm.builtins(), cache.hint, *static_cast<const Str*>(name))) [[likely]] {
      registers[in->a] = *found;
      ++ip;
      NEXT();
    }
  }
  TRY(load_global(*in, cache));
  ++ip;
  NEXT();
}
op_store_global : {
  InlineCache& cache = CACHE();
  TRY(store_global(*in, cache));
  ++ip;
  NEXT();
}
op_delete_global:
  TRY(delete_global(*in));
  NEXT();
op_load_name:
  TRY(load_name(*in));
  NEXT();
op_store_name:
  TRY(check_set(in->a));
  if (m_frame->instance.is_set()) [[unlikely]] {
    SAVE_PC();
    TRY(m_vm.set_item(m_frame->instance, Value(&name_constant(in->b)), registers[in->a]));
  } else {
    m_frame->names->set(name_constant(in->b), registers[in->a]);
  }
  NEXT();
op_delete_name:
  SAVE_PC();
  if (!m_frame->names->erase(name_constant(in->b))) {
    m_vm.raise(*m_vm.types().name_error, "name '" + std::string(name_constant(in->b).view()) + "' is not defined");
    goto error;
  }
  NEXT();
op_load_class_cell:
  NEXT();
op_make_cell:
  registers[in->a] = make<Cell>(std::move(registers[in->a]));
  NEXT();
op_load_cell : {
  const Value& contents = registers[in->b].as<Cell>()->value;
  if (!contents.is_set()) [[unlikely]]
    TRY(load_cell_slow(*in));
  registers[in->a] = contents;
  NEXT();
}
op_store_cell:
  TRY(check_set(in->b));
  registers[in->a].as<Cell>()->value = RK(in->b);
  NEXT();
op_delete_cell : {
  Cell& cell = *registers[in->a].as<Cell>();
  if (!cell.value.is_set()) TRY(unbound(in->a));
  cell.value.reset();
  NEXT();
}

  // ---- attributes and items ----------------------------------------------------------------------------------------

op_load_attr : {
  const Value* found = cached_attribute(registers[in->b], CACHE(), m_vm.class_epoch(), *constants[in->c].as<Str>());
  if (found != nullptr) [[likely]] {
    registers[in->a] = *found;
    ++ip;
    NEXT();
  }
  TRY(load_attr(*in, CACHE()));
  ++ip;
  NEXT();
}
op_store_attr : {
  const Value& value = RK(in->b);
  const Value* found = cached_attribute(registers[in->a], CACHE(), m_vm.class_epoch(), *constants[in->c].as<Str>());
  if (found != nullptr && value.is_set()) [[likely]] {
    const_cast<Value&>(*found) = value;
    ++ip;
    NEXT();
  }
  TRY(store_attr(*in, CACHE()));
  ++ip;
  NEXT();
}
op_delete_attr:
  TRY(check_set(in->a) && m_vm.delete_attr(registers[in->a], name_constant(in->c)));
  NEXT();
op_load_method:
  TRY(load_method(*in, CACHE()));
  ++ip;
  NEXT();
op_load_index : {
  const Value& object = registers[in->b];
  const Value& key = RK(in->c);
  if (object.is_object(kind::list) && key.is_int()) {
    const std::vector<Value>& items = object.as<List>()->items;
    std::int64_t index = key.as_int();
    if (index < 0) index += static_cast<std::int64_t>(items.size());
    if (static_cast<std::uint64_t>(index) < items.size()) [[likely]] {
      registers[in->a] = items[static_cast<std::size_t>(index)];
      NEXT();
    }
  }
  TRY(check_set(in->b) && check_set(in->c));
  scratch = m_vm.get_item(object, key);
  if (!scratch.is_set()) goto error;
  registers[in->a] = std::move(scratch);
  NEXT();
}
op_store_index : {
  const Value& object = registers[in->a];
  const Value& key = RK(in->b);
  const Value& value = RK(in->c);
  if (object.is_object(kind::list) && key.is_int() && value.is_set()) {
    std::vector<Value>& items = object.as<List>()->items;
    std::int64_t index = key.as_int();
    if (index < 0) index += static_cast<std::int64_t>(items.size());
    if (static_cast<std::uint64_t>(index) < items.size()) [[likely]] {
      items[static_cast<std::size_t>(index)] = value;
      NEXT();
    }
  }
  TRY(check_set(in->a) && check_set(in->b) && check_set(in->c) && m_vm.set_item(object, key, value));
  NEXT();
}
op_delete_index:
  TRY(check_set(in->a) && check_set(in->b) && m_vm.delete_item(registers[in->a], RK(in->b)));
  NEXT();
op_make_slice : {
  Value* parts = registers + in->b;
  scratch = make<Slice>(std::move(parts[0]), std::move(parts[1]), std::move(parts[2]));
  registers[in->a] = std::move(scratch);
  NEXT();
}

// ---- arithmetic --------------------------------------------------------------------------------------------------

#define ARITHMETIC(name, int_case, float_case) \
  op_##name : {                                \
    const Value& left = RK(in->b);             \
    const Value& right = RK(in->c);            \
    if (left.is_int() && right.is_int()) {     \
      const std::int64_t l = left.as_int();    \
      const std::int64_t r = right.as_int();   \
      std::int64_t result = 0;                 \
      if (int_case) [[likely]] {               \
        registers[in->a] = Value(result);      \
        NEXT();                                \
      }                                        \
    } else {                                   \
      double l = 0;                            \
      double r = 0;                            \
      if (float_pair(left, right, l, r)) {     \
        float_case;                            \
      }                                        \
    }                                          \
    goto binary_slow;                          \
  }
#define FLOAT_RESULT(expression)        \
  registers[in->a] = Value(expression); \
  NEXT()

  ARITHMETIC(add, !__builtin_add_overflow(l, r, &result), FLOAT_RESULT(l + r))
  ARITHMETIC(subtract, !__builtin_sub_overflow(l, r, &result), FLOAT_RESULT(l - r))
  ARITHMETIC(multiply, !__builtin_mul_overflow(l, r, &result), FLOAT_RESULT(l * r))
  ARITHMETIC(bit_and, (result = l & r, true), (void)0)
  ARITHMETIC(bit_or, (result = l | r, true), (void)0)
  ARITHMETIC(bit_xor, (result = l ^ r, true), (void)0)
op_divide : {
  const Value& left = RK(in->b);
  const Value& right = RK(in->c);
  double l = 0;
  double r = 0;
  const bool floats = float_pair(left, right, l, r);
  if (floats && r != 0) {
    registers[in->a] = Value(l / r);
    NEXT();
  }
  // Integers up to 2^53 are exact as floats, and so is the rounding of their quotient.
  constexpr std::int64_t kExact = std::int64_t{1} << 53U;
  if (left.is_int() && right.is_int() && right.as_int() != 0 && left.as_int() <= kExact && left.as_int() >= -kExact &&
      right.as_int() <= kExact && right.as_int() >= -kExact) {
    registers[in->a] = Value(static_cast<double>(left.as_int()) / static_cast<double>(right.as_int()));
    NEXT();
  }
  goto binary_slow;
}
op_floor_divide : {
  const Value& left = RK(in->b);
  const Value& right = RK(in->c);
  if (left.is_int() && right.is_int() && right.as_int() > 0) {
    const std::int64_t l = left.as_int();
    const std::int64_t r = right.as_int();
    registers[in->a] = Value(l / r - (l % r < 0 ? 1 : 0));
    NEXT();
  }
  goto binary_slow;
}
op_modulo : {
  const Value& left = RK(in->b);
  const Value& right = RK(in->c);
  if (left.is_int() && right.is_int() && right.as_int() > 0) {
    const std::int64_t rest = left.as_int() % right.as_int();
    registers[in->a] = Value(rest < 0 ? rest + right.as_int() : rest);
    NEXT();
  }
  goto binary_slow;
}
op_power:
op_left_shift:
op_right_shift:
op_matrix_multiply:
binary_slow : {
  TRY(check_set(in->b) && check_set(in->c));
  const auto op = static_cast<BinaryOp>(static_cast<int>(in->op) - static_cast<int>(Op::add));
  if (op == BinaryOp::add && in->x != 0 && extends_text(registers[in->b], RK(in->c))) {
    const Str& more = *RK(in->c).as<Str>();
    TRY(m_vm.check_size(registers[in->b].as<Str>()->byte_size() + more.byte_size()));
    budget -= extend_text(registers[in->b], more);
    NEXT();
  }
  scratch = m_vm.binary(op, RK(in->b), RK(in->c), in->x != 0);
  if (!scratch.is_set()) goto error;
  registers[in->a] = std::move(scratch);
  NEXT();
}
op_negative : {
  const Value& value = RK(in->b);
  if (value.is_float()) {
    registers[in->a] = Value(-value.as_float());
    NEXT();
  }
  TRY(check_set(in->b));
  scratch = m_vm.negative(value);
  if (!scratch.is_set()) goto error;
  registers[in->a] = std::move(scratch);
  NEXT();
}
op_positive : {
  TRY(check_set(in->b));
  scratch = m_vm.positive(RK(in->b));
  if (!scratch.is_set()) goto error;
  registers[in->a] = std::move(scratch);
  NEXT();
}
op_invert : {
  TRY(check_set(in->b));
  scratch = m_vm.invert(RK(in->b));
  if (!scratch.is_set()) goto error;
  registers[in->a] = std::move(scratch);
  NEXT();
}
op_not_ : {
  const Value& value = RK(in->b);
  if (value.is_bool()) {
    registers[in->a] = Value(!value.as_bool());
    NEXT();
  }
  TRY(check_set(in->b));
  const int truth = m_vm.truth(value);
  if (truth < 0) goto error;
  registers[in->a] = Value(truth == 0);
  NEXT();
}

// ---- comparing ---------------------------------------------------------------------------------------------------

#define COMPARE(name, op)                                            \
  op_##name : {                                                      \
    const Value& left = RK(in->b);                                   \
    const Value& right = RK(in->c);                                  \
    if (left.is_int() && right.is_int()) {                           \
      registers[in->a] = Value(left.as_int() op right.as_int());     \
      NEXT();                                                        \
    }                                                                \
    if (left.is_float() && right.is_float()) {                       \
      registers[in->a] = Value(left.as_float() op right.as_float()); \
      NEXT();                                                        \
    }                                                                \
    goto compare_slow;                                               \
  }
  COMPARE(equal, ==)
  COMPARE(not_equal, !=)
  COMPARE(less, <)
  COMPARE(less_equal, <=)
  COMPARE(greater, >)
  COMPARE(greater_equal, >=)
compare_slow : {
  TRY(check_set(in->b) && check_set(in->c));
  const auto op = static_cast<Comparison>(static_cast<int>(in->op) - static_cast<int>(Op::equal));
  scratch = m_vm.compare(op, RK(in->b), RK(in->c));
  if (!scratch.is_set()) goto error;
  registers[in->a] = std::move(scratch);
  NEXT();
}
op_is:
  TRY(check_set(in->b) && check_set(in->c));
  registers[in->a] = Value(RK(in->b).is_identical(RK(in->c)));
  NEXT();
op_is_not:
  TRY(check_set(in->b) && check_set(in->c));
  registers[in->a] = Value(!RK(in->b).is_identical(RK(in->c)));
  NEXT();
op_in:
op_not_in : {
  TRY(check_set(in->b) && check_set(in->c));
  const int found = m_vm.contains(RK(in->c), RK(in->b));
  if (found < 0) goto error;
  registers[in->a] = Value((found != 0) == (in->op == Op::in));
  NEXT();
}

#define JUMP_UNLESS(name, op)                           \
  op_jump_unless_##name : {                             \
    const Value& left = RK(in->a);                      \
    const Value& right = RK(in->b);                     \
    bool holds = false;                                 \
    if (left.is_int() && right.is_int()) [[likely]] {   \
      holds = left.as_int() op right.as_int();          \
    } else if (left.is_float() && right.is_float()) {   \
      holds = left.as_float() op right.as_float();      \
    } else {                                            \
      goto jump_unless_slow;                            \
    }                                                   \
    if (!holds) ip += static_cast<std::int16_t>(in->c); \
    NEXT();                                             \
  }
  JUMP_UNLESS(equal, ==)
  JUMP_UNLESS(not_equal, !=)
  JUMP_UNLESS(less, <)
  JUMP_UNLESS(less_equal, <=)
  JUMP_UNLESS(greater, >)
  JUMP_UNLESS(greater_equal, >=)
jump_unless_slow : {
  TRY(check_set(in->a) && check_set(in->b));
  const auto op = static_cast<Comparison>(static_cast<int>(in->op) - static_cast<int>(Op::jump_unless_equal));
  const int holds = m_vm.compare_bool(op, RK(in->a), RK(in->b));
  if (holds < 0) goto error;
  if (holds == 0) ip += static_cast<std::int16_t>(in->c);
  NEXT();
}

  // ---- jumping -----------------------------------------------------------------------------------------------------

op_jump:
  ip += in->imm32();
  NEXT();
op_jump_back : {
  const std::int32_t distance = in->imm32();
  budget += distance;
  ip += distance;
  if (budget <= 0) [[unlikely]]
    TRY(m_vm.check_interrupts());
  NEXT();
}
op_jump_if_true:
op_jump_if_false : {
  const Value& value = RK(in->a);
  bool truth = false;
  if (value.is_bool()) [[likely]] {
    truth = value.as_bool();
  } else {
    TRY(check_set(in->a));
    const int found = m_vm.truth(value);
    if (found < 0) goto error;
    truth = found != 0;
    if (in->x != 0) registers[in->a].reset();
  }
  if (truth == (in->op == Op::jump_if_true)) ip += in->imm32();
  NEXT();
}
op_jump_if_none:
  if (!registers[in->a].is_set()) TRY(unbound(in->a));
  if (registers[in->a].is_none()) ip += in->imm32();
  NEXT();
op_jump_if_not_none:
  if (!registers[in->a].is_set()) TRY(unbound(in->a));
  if (!registers[in->a].is_none()) ip += in->imm32();
  NEXT();

  // ---- calling -----------------------------------------------------------------------------------------------------

op_call : {
  SAVE_PC();
  budget -= kCallCost;
  if (budget > 0 && call_plainly(registers + in->a, in->b, in->x != 0, in->c)) [[likely]] {
    LOAD_FRAME();
    NEXT();
  }
  goto call_slow;
}
op_call_keywords:
  SAVE_PC();
  budget -= kCallCost;
call_slow : {
  if (budget <= 0) [[unlikely]] {
    if (!m_vm.check_interrupts()) goto error;
  }
  const Tuple* names = in->op == Op::call_keywords ? constants[ip->a].as<Tuple>() : nullptr;
  switch (call(in->a, in->b, in->x != 0, names, in->c, scratch)) {
    case Called::value:
      registers[in->c] = std::move(scratch);
      ++ip;
      NEXT();
    case Called::frame: LOAD_FRAME(); NEXT();
    case Called::error: goto error;
  }
}
op_call_spread : {
  SAVE_PC();
  budget -= kCallCost;
  if (budget <= 0) [[unlikely]] {
    if (!m_vm.check_interrupts()) goto error;
  }
  scratch = call_spread(in->a, in->x != 0);
  if (!scratch.is_set()) goto error;
  registers[in->c] = std::move(scratch);
  ++ip;
  NEXT();
}
op_return_ : {
  TRY(check_set(in->a));
  scratch = RK(in->a);
  if (return_plainly(scratch)) [[likely]] {
    LOAD_FRAME();
    NEXT();
  }
  if (finish(std::move(scratch), kind, out)) {
    LOAD_FRAME();
    if (m_thread.error) goto error;
    NEXT();
  }
  return kind;
}

  // ---- iterating ---------------------------------------------------------------------------------------------------

op_get_iter : {
  TRY(check_set(in->b));
  scratch = m_vm.iter(registers[in->b]);
  if (!scratch.is_set()) goto error;
  if (in->x != 0) registers[in->b].reset();
  registers[in->a] = std::move(scratch);
  NEXT();
}
op_for_iter : {
  Value& source = registers[in->b];
  if (source.is_object(kind::iterator)) [[likely]] {
    auto& iterator = *source.as<Iterator>();
    if (iterator.shape == Iterator::Shape::range) {
      auto& range = static_cast<RangeIterator&>(iterator);
      if (range.left > 0) [[likely]] {
        --range.left;
        registers[in->a] = Value(range.at);
        if (range.left > 0) range.at += range.step;
        ++ip;
        NEXT();
      }
    } else if (iterator.shape == Iterator::Shape::list) {
      auto& list = static_cast<ListIterator&>(iterator);
      if (list.list && list.index < list.list->items.size()) [[likely]] {
        registers[in->a] = list.list->items[list.index++];
        ++ip;
        NEXT();
      }
    }
    SAVE_PC();
    scratch = iterator.next(m_vm);
    if (scratch.is_set()) {
      registers[in->a] = std::move(scratch);
      ++ip;
      NEXT();
    }
  } else if (source.is_object(kind::generator)) {
    SAVE_PC();
    if (source.as<Generator>()->state != Generator::State::finished) {
      if (!enter_generator(*source.as<Generator>(), ReturnMode::to_iteration, in->a)) goto error;
      LOAD_FRAME();
      NEXT();
    }
  } else {
    SAVE_PC();
    scratch = m_vm.next(source);
    if (scratch.is_set()) {
      registers[in->a] = std::move(scratch);
      ++ip;
      NEXT();
    }
  }
  if (m_thread.error) goto error;
  registers[in->b].reset();
  ip += ip->imm32() + 1;
  NEXT();
}
op_unpack : {
  const Value& value = RK(in->b);
  if (const Tuple* tuple = as_tuple(value); tuple != nullptr && tuple->size() == in->c) {
    scratch = value;  // the target may be where the tuple is
    for (std::uint16_t i = 0; i < in->c; ++i) registers[in->a + i] = (*tuple)[i];
    scratch.reset();
    NEXT();
  }
  TRY(check_set(in->b) && unpack(*in));
  NEXT();
}
op_unpack_starred:
  TRY(check_set(in->b) && unpack_starred(*in));
  NEXT();

  // ---- building ----------------------------------------------------------------------------------------------------

op_build_tuple : {
  scratch = Tuple::take({registers + in->b, in->c});
  registers[in->a] = std::move(scratch);
  NEXT();
}
op_build_list:
  build_list(*in);
  NEXT();
op_build_set:
  TRY(build_set(*in));
  NEXT();
op_build_dict:
  TRY(build_dict(*in));
  NEXT();
op_build_string:
  TRY(build_string(*in));
  NEXT();
op_list_append:
  TRY(check_set(in->b));
  if (!append_to(m_vm, *registers[in->a].as<List>(), RK(in->b))) goto error;
  NEXT();
op_set_add : {
  TRY(check_set(in->b));
  std::int64_t hash = 0;
  scratch = RK(in->b);
  if (!m_vm.hash(scratch, hash) || !registers[in->a].as<Set>()->add(m_vm, scratch, hash)) goto error;
  scratch.reset();
  NEXT();
}
op_list_extend:
  TRY(list_extend(*in));
  NEXT();
op_set_update:
  TRY(set_update(*in));
  NEXT();
op_dict_update:
  TRY(dict_update(*in));
  NEXT();
op_dict_set:
  TRY(check_set(in->b) && check_set(in->c) && m_vm.dict_set(*registers[in->a].as<Dict>(), RK(in->b), RK(in->c)));
  NEXT();
op_dict_merge:
  TRY(dict_merge(*in));
  NEXT();
op_list_to_tuple : {
  scratch = Tuple::take(registers[in->b].as<List>()->items);
  registers[in->b].reset();
  registers[in->a] = std::move(scratch);
  NEXT();
}
op_format_value:
  TRY(format_value(*in));
  NEXT();
op_make_function:
  make_function(*in);
  NEXT();
op_build_class:
  TRY(build_class(*in));
  NEXT();

  // ---- exceptions --------------------------------------------------------------------------------------------------

op_raise:
  SAVE_PC();
  if (raise(*in)) goto error;
  goto reraise;
op_reraise:
  SAVE_PC();
  m_thread.error = Ref<loop::Exception>(registers[in->a].as<loop::Exception>());
  registers[in->a].reset();
  goto reraise;
op_enter_handler:
  enter_handler(*in);
  NEXT();
op_leave_handler:
  leave_handler(*in);
  NEXT();
op_match_exception:
  TRY(match_exception(*in));
  NEXT();
op_match_group:
  TRY(match_group(*in));
  NEXT();
op_raise_group:
  SAVE_PC();
  if (!raise_group(*in)) goto reraise;
  NEXT();
op_load_enter:
  TRY(check_set(in->b) && load_enter(*in));
  NEXT();
op_with_exit:
  TRY(with_exit(*in));
  NEXT();

  // ---- suspending --------------------------------------------------------------------------------------------------

op_yield_ : {
  TRY(check_set(in->b));
  scratch = RK(in->b);
  if (suspend(std::move(scratch), StepKind::yielded, kind, out)) {
    LOAD_FRAME();
    NEXT();
  }
  return kind;
}
op_async_yield : {
  TRY(check_set(in->b));
  // An asynchronous generator is always driven from native code (AsyncGeneratorStep): a value ends that step.
  scratch = RK(in->b);
  suspend(std::move(scratch), StepKind::yielded, kind, out);
  m_async_yield = true;
  return kind;
}
op_await:
op_yield_from : {
  TRY(check_set(in->b));
  scratch.reset();
  StepKind how = StepKind::yielded;
  switch (begin_await(*in, scratch, how)) {
    case Awaited::done: NEXT();
    case Awaited::entered: LOAD_FRAME(); NEXT();
    case Awaited::error: goto error;
    case Awaited::suspended: break;
  }
  if (suspend(std::move(scratch), how, kind, out)) {
    LOAD_FRAME();
    NEXT();
  }
  return kind;
}
op_get_aiter:
  TRY(check_set(in->b) && get_aiter(*in));
  NEXT();
op_get_anext:
  TRY(get_anext(*in));
  NEXT();
op_end_async_for : {
  SAVE_PC();
  loop::Exception& exception = *registers[in->a].as<loop::Exception>();
  if (exception.is(loop::ExceptionKind::stop_async_iteration)) {
    registers[in->a].reset();
    NEXT();
  }
  m_thread.error = Ref<loop::Exception>(&exception);
  registers[in->a].reset();
  goto reraise;
}

  // ---- the rest ----------------------------------------------------------------------------------------------------

op_import_name:
  TRY(import_name(*in));
  NEXT();
op_import_from:
  TRY(import_from(*in));
  NEXT();
op_import_star:
  TRY(import_star(*in));
  NEXT();
op_load_assertion_error:
  registers[in->a] = Value(m_vm.types().assertion_error);
  NEXT();
op_match_sequence:
op_match_mapping:
  TRY(match_shape(*in));
  NEXT();
op_match_length:
  TRY(match_length(*in));
  NEXT();
op_match_keys:
  TRY(match_keys(*in));
  NEXT();
op_match_class:
  TRY(match_class(*in, *ip));
  ++ip;
  NEXT();
op_match_rest:
  TRY(match_rest(*in));
  NEXT();
op_annotate:
  TRY(annotate(*in));
  NEXT();

  // ---- raising -----------------------------------------------------------------------------------------------------

error:
  if (!m_thread.error->is(loop::ExceptionKind::fatal)) {
    m_vm.add_traceback(*m_frame);
    if (m_traces && traces(*m_frame)) m_observer->raised(*m_frame, Value(m_thread.error));
  }
reraise:
  for (;;) {
    const ExceptionHandler* handler = m_frame->code().handler_at(m_frame->pc);
    if (handler != nullptr && !m_thread.error->is(loop::ExceptionKind::fatal)) {
      m_frame->clear_temporaries(handler->depth);
      m_frame->registers()[handler->depth] = Value(std::move(m_thread.error));
      m_frame->pc = handler->target;
      LOAD_FRAME();
      NEXT();
    }
    if (!unwind_frame(kind, out)) return kind;
    LOAD_FRAME();
    if (!m_thread.error) NEXT();
    if (!m_thread.error->is(loop::ExceptionKind::fatal)) m_vm.add_traceback(*m_frame);
  }
}

}  // namespace loopline::script

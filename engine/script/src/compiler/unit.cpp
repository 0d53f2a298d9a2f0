#include "unit.h"

#include <algorithm>
#include <cstring>

#include "script/vm.h"

namespace loopline::script {

namespace {

constexpr std::size_t kMostRegisters = 0x7ff0;
constexpr std::size_t kMostConstants = 0x7ff0;

/// Constants are shared when type and value are the same: 1, 1.0 and True are three.
std::string constant_key(const Value& value) {
  std::string key(1, static_cast<char>('0' + static_cast<int>(value.tag())));
  switch (value.tag()) {
    case Tag::boolean:
    case Tag::integer: return key + std::to_string(value.as_int());
    case Tag::floating: {
      std::uint64_t bits = 0;
      const double number = value.as_float();
      std::memcpy(&bits, &number, sizeof bits);
      return key + std::to_string(bits);
    }
    case Tag::object:
      if (const Str* text = as_str(value)) return key + "s" + std::string(text->view());
      if (const Bytes* bytes = as_kind<Bytes>(value, kind::bytes)) return key + "b" + bytes->data;
      return {};
    default: return key;
  }
}

}  // namespace

Unit::Unit(Vm& vm, Unit* outer, Scope& own_scope, Ref<Source> source, CodeKind kind, std::string name)
    : parent(outer), scope(own_scope), code(make<Code>()), m_vm(vm) {
  code->code_kind = kind;
  code->name = vm.intern(name);
  code->source = std::move(source);
  qualname = std::move(name);
}

Register Unit::new_temporaries(std::uint16_t count) {
  if (m_next < code->first_temporary) m_next = code->first_temporary;
  const Register first = m_next;
  if (static_cast<std::size_t>(first) + count > kMostRegisters) {
    too_large = "too many variables and values at once in one function";
    return code->first_temporary;
  }
  m_next = static_cast<Register>(first + count);
  if (m_next > code->register_count) code->register_count = m_next;
  if (m_owning.size() < m_next) m_owning.resize(m_next, false);
  for (Register each = first; each < m_next; ++each) m_owning[each] = false;
  return first;
}

void Unit::free_to(Register mark) {
  for (Register each = m_next; each-- > mark;) {
    if (each < m_owning.size() && m_owning[each]) {
      emit(Op::clear, each);
      m_owning[each] = false;
    }
  }
  m_next = std::min(m_next, std::max(mark, code->first_temporary));
}

void Unit::free_unset_to(Register mark) {
  for (Register each = mark; each < m_next; ++each) {
    if (each < m_owning.size()) m_owning[each] = false;
  }
  m_next = std::min(m_next, std::max(mark, code->first_temporary));
}

void Unit::set_owning(Register temporary, bool owning) {
  if (!is_temporary(temporary)) return;
  if (m_owning.size() <= temporary) m_owning.resize(temporary + 1U, false);
  m_owning[temporary] = owning;
}

std::uint32_t Unit::emit(Op op, std::uint16_t a, std::uint16_t b, std::uint16_t c, std::uint8_t x) {
  code->instructions.push_back({op, x, a, b, c});
  code->positions.push_back({position.line, position.end_line, position.column, position.end_column});
  return here() - 1;
}

std::uint32_t Unit::emit_wide(Op op, std::uint16_t a, std::int32_t imm32, std::uint8_t x) {
  const std::uint32_t at = emit(op, a, 0, 0, x);
  code->instructions[at].set_imm32(imm32);
  return at;
}

void Unit::emit_cache(std::uint16_t a) {
  emit_extra(a, static_cast<std::int32_t>(code->caches.size()));
  code->caches.emplace_back();
}

void Unit::emit_extra(std::uint16_t a, std::int32_t imm32) { emit_wide(Op::extra, a, imm32); }

void Unit::jump(Op op, Label& label, std::uint16_t a, std::uint8_t x) {
  const std::uint32_t at = emit_wide(op, a, 0, x);
  if (label.position >= 0) {
    code->instructions[at].set_imm32(static_cast<std::int32_t>(label.position - static_cast<std::int64_t>(at) - 1));
  } else {
    label.jumps.push_back(at);
  }
}

/// A comparison and a jump in one: the distance must fit 16 bits, so it goes to a plain jump close by when it may not.
void Unit::jump_fused(Op op, Operand a, Operand b, Label& label) {
  const std::uint32_t at = emit(op, a, b, 0);
  if (label.position < 0) {
    label.jumps.push_back(at);
    return;
  }
  const std::int64_t distance = label.position - static_cast<std::int64_t>(at) - 1;
  if (distance < -32768) {
    too_large = "a block of more than 30,000 operations";
  } else {
    code->instructions[at].c = static_cast<std::uint16_t>(distance);
  }
}

void Unit::bind(Label& label) {
  label.position = here();
  for (const std::uint32_t at : label.jumps) {
    const std::int64_t distance = label.position - static_cast<std::int64_t>(at) - 1;
    Instruction& instruction = code->instructions[at];
    const bool fused = instruction.op >= Op::jump_unless_equal && instruction.op <= Op::jump_unless_greater_equal;
    if (!fused) {
      instruction.set_imm32(static_cast<std::int32_t>(distance));
    } else if (distance > 32767) {
      too_large = "a block of more than 30,000 operations";
    } else {
      instruction.c = static_cast<std::uint16_t>(distance);
    }
  }
  label.jumps.clear();
}

void Unit::add_handlers(const std::vector<Block::Range>& ranges, std::uint32_t target, Register depth) {
  for (const Block::Range& range : ranges) {
    if (range.end > range.start) code->handlers.push_back({range.start, range.end, target, depth});
  }
}

std::uint16_t Unit::constant_index(Value value) {
  const std::string key = constant_key(value);
  if (!key.empty()) {
    if (const auto found = m_known_constants.find(key); found != m_known_constants.end()) return found->second;
  }
  if (code->constants.size() >= kMostConstants) {
    too_large = "too many different constants and names in one function";
    return 0;
  }
  const auto index = static_cast<std::uint16_t>(code->constants.size());
  code->constants.push_back(std::move(value));
  if (!key.empty()) m_known_constants.emplace(key, index);
  return index;
}

Operand Unit::constant(Value value) {
  return static_cast<Operand>(constant_index(std::move(value)) | kConstantOperand);
}

Operand Unit::name(std::string_view text) {
  const auto [place, is_new] = m_names.try_emplace(std::string(text), std::uint16_t{0});
  if (is_new) place->second = constant_index(m_vm.intern(text));
  return place->second;
}

void Unit::finish() {
  code->qualname = m_vm.intern(qualname);
  if (code->register_count < code->first_temporary) code->register_count = code->first_temporary;
}

}  // namespace loopline::script

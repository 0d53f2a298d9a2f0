// One code object in the making: instructions, registers, labels, exception ranges.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "script/code.h"
#include "script/syntax/ast.h"
#include "symbols.h"

namespace loopline::script {

class Vm;

using Register = std::uint16_t;
/// A register, or a constant (kConstantOperand).
using Operand = std::uint16_t;

/// A place to jump to, known or not yet.
struct Label {
  std::int64_t position = -1;
  std::vector<std::uint32_t> jumps;  // instructions to patch
};

/// What a break, continue or return must do on its way out, innermost last.
struct Block {
  enum class Kind : std::uint8_t { loop, try_finally, handler, with, cleanup } kind;
  // loop
  Label* break_label = nullptr;
  Label* continue_label = nullptr;
  int iterator = -1;  // the register that holds it, or -1
  // try_finally: its statements; also what encloses a try without one: ranges to suspend while others' cleanup runs
  const ast::Seq<ast::stmt>* finally_body = nullptr;
  struct Range {
    std::uint32_t start;
    std::uint32_t end;
  };
  std::vector<Range>* ranges = nullptr;  // instructions covered so far; null if the block covers none
  // handler: the register pair; with: the registers of __exit__
  Register registers = 0;
  bool is_async = false;
  // handler with a name: what to unbind
  const ast::ExceptHandler* named = nullptr;
};

class Unit {
 public:
  Unit(Vm& vm, Unit* parent, Scope& scope, Ref<Source> source, CodeKind kind, std::string name);

  Unit* parent;
  Scope& scope;
  Ref<Code> code;
  std::vector<Block> blocks;
  std::string qualname;
  ast::Position position;

  // ---- registers
  Register new_temporary() { return new_temporaries(1); }
  /// Neighbours.
  Register new_temporaries(std::uint16_t count);
  Register mark() const noexcept { return m_next; }
  /// Frees the temporaries from `mark` on and unsets those that may hold an object of their own.
  void free_to(Register mark);
  /// The same without unsetting: the caller knows them to be unset.
  void free_unset_to(Register mark);
  /// Notes whether a temporary may now be the only holder of an object whose death can be seen.
  void set_owning(Register temporary, bool owning);
  bool is_temporary(Operand operand) const noexcept {
    return operand < kConstantOperand && operand >= code->first_temporary;
  }

  // ---- code
  std::uint32_t emit(Op op, std::uint16_t a = 0, std::uint16_t b = 0, std::uint16_t c = 0, std::uint8_t x = 0);
  std::uint32_t emit_wide(Op op, std::uint16_t a, std::int32_t imm32, std::uint8_t x = 0);
  /// The extra word with a fresh inline cache.
  void emit_cache(std::uint16_t a = 0);
  void emit_extra(std::uint16_t a, std::int32_t imm32);
  void jump(Op op, Label& label, std::uint16_t a = 0, std::uint8_t x = 0);
  void jump_fused(Op op, Operand a, Operand b, Label& label);
  void bind(Label& label);
  std::uint32_t here() const noexcept { return static_cast<std::uint32_t>(code->instructions.size()); }
  void add_handlers(const std::vector<Block::Range>& ranges, std::uint32_t target, Register depth);

  // ---- constants
  Operand constant(Value value);
  Operand name(std::string_view text);
  std::uint16_t constant_index(Value value);

  void finish();
  /// Set when the code grew beyond what its operands can say; the message for people.
  std::string too_large;

 private:
  struct Patch {
    std::uint32_t instruction;
    bool fused;
  };

  Vm& m_vm;
  Register m_next = 0;
  std::vector<bool> m_owning;
  std::unordered_map<std::string, std::uint16_t> m_names;
  std::unordered_map<std::string, std::uint16_t> m_known_constants;
};

}  // namespace loopline::script

#include "compiler.h"
#include "script/vm.h"

namespace loopline::script {

// An exception goes to the handler whose range covers the instruction. While a handler runs, the exception is in a pair
// of temporaries: the first holds it, the second what was being handled before. Leaving the handler, on whichever way,
// is one leave_handler. The code of a finally block stands in the program once for each way into it, as in CPython.

namespace {

void begin_range(std::vector<Block::Range>& ranges, std::uint32_t here) { ranges.push_back({here, here}); }
void end_range(std::vector<Block::Range>& ranges, std::uint32_t here) { ranges.back().end = here; }

}  // namespace

/// Emits what leaving the blocks takes. While the cleanup of a block runs, neither it nor what is inside it is covered.
void Compiler::unwind_blocks(std::size_t down_to) {
  const std::vector<Block> saved = m_unit->blocks;
  for (std::size_t i = saved.size(); i > down_to; --i) {
    const Block& block = saved[i - 1];
    if (block.ranges != nullptr) end_range(*block.ranges, m_unit->here());
    m_unit->blocks.resize(i - 1);
    leave_block(block);
  }
  m_unit->blocks = saved;
  // The code after the jump is covered again.
  for (std::size_t i = down_to; i < saved.size(); ++i) {
    if (saved[i].ranges != nullptr) begin_range(*saved[i].ranges, m_unit->here() + 1);
  }
}

void Compiler::leave_block(const Block& block) {
  switch (block.kind) {
    case Block::Kind::loop:
      if (block.iterator >= 0) m_unit->emit(Op::clear, static_cast<Register>(block.iterator));
      break;
    case Block::Kind::try_finally:
      if (block.finally_body != nullptr) finally_copy(*block.finally_body);
      break;
    case Block::Kind::handler:
      m_unit->emit(Op::leave_handler, block.registers);
      if (block.named != nullptr) unbind_handler_name(*block.named);
      break;
    case Block::Kind::with: {
      const Register exit = block.registers;
      for (Register i = 2; i < 5; ++i) {
        m_unit->emit_wide(Op::load_const, static_cast<Register>(exit + i), m_unit->constant_index(Value::none()));
      }
      m_unit->emit(Op::call, exit, 3, exit, 1);
      m_unit->emit_cache();
      if (block.is_async) m_unit->emit(Op::await, exit, exit, 0, 2);
      m_unit->emit(Op::clear, exit);
      break;
    }
    case Block::Kind::cleanup: break;
  }
}

void Compiler::finally_copy(const ast::Seq<ast::stmt>& statements) {
  // The temporaries of the try statement are in use here too: they stay below.
  body(statements);
}

// ---- try ------------------------------------------------------------------------------------------------------------

void Compiler::try_statement(const ast::TryLike& node, bool is_group) {
  if (node.finalbody.empty()) {
    is_group ? try_except_group(node) : try_except(node);
    return;
  }
  Label end;
  std::vector<Block::Range> ranges;
  Block block{};
  block.kind = Block::Kind::try_finally;
  block.finally_body = &node.finalbody;
  block.ranges = &ranges;
  const Register mark = m_unit->mark();
  begin_range(ranges, m_unit->here());
  m_unit->blocks.push_back(block);
  if (node.handlers.empty()) {
    body(node.body);
    body(node.orelse);
  } else if (is_group) {
    try_except_group(node);
  } else {
    try_except(node);
  }
  m_unit->blocks.pop_back();
  end_range(ranges, m_unit->here());
  body(node.finalbody);
  m_unit->jump(Op::jump, end);

  // The way of an exception.
  const std::uint32_t target = m_unit->here();
  const Register exception = m_unit->new_temporaries(3);
  m_unit->emit(Op::enter_handler, exception);
  std::vector<Block::Range> inner;
  Block handler{};
  handler.kind = Block::Kind::handler;
  handler.registers = exception;
  handler.ranges = &inner;
  begin_range(inner, m_unit->here());
  m_unit->blocks.push_back(handler);
  body(node.finalbody);
  m_unit->blocks.pop_back();
  end_range(inner, m_unit->here());
  raise_again(exception, inner);
  m_unit->add_handlers(ranges, target, exception);
  m_unit->free_unset_to(mark);
  m_unit->bind(end);
}

/// What a handler that begins at `exception` (three registers) lets through, and what is raised inside of it.
void Compiler::raise_again(Register exception, const std::vector<Block::Range>& inner) {
  const auto again = static_cast<Register>(exception + 2);
  m_unit->emit(Op::move, again, exception);
  m_unit->emit(Op::leave_handler, exception);
  m_unit->emit(Op::reraise, again);
  m_unit->add_handlers(inner, m_unit->here(), again);
  m_unit->emit(Op::leave_handler, exception);
  m_unit->emit(Op::reraise, again);
}

void Compiler::protected_body(const ast::TryLike& node, std::vector<Block::Range>& ranges) {
  Block block{};
  block.kind = Block::Kind::cleanup;
  block.ranges = &ranges;
  begin_range(ranges, m_unit->here());
  m_unit->blocks.push_back(block);
  body(node.body);
  m_unit->blocks.pop_back();
  end_range(ranges, m_unit->here());
}

void Compiler::try_except(const ast::TryLike& node) {
  Label end;
  std::vector<Block::Range> ranges;
  const Register mark = m_unit->mark();
  protected_body(node, ranges);
  body(node.orelse);
  m_unit->jump(Op::jump, end);

  const std::uint32_t target = m_unit->here();
  const Register exception = m_unit->new_temporaries(3);
  m_unit->emit(Op::enter_handler, exception);
  std::vector<Block::Range> inner;
  begin_range(inner, m_unit->here());
  for (std::size_t i = 0; i < node.handlers.size(); ++i) {
    const ast::ExceptHandler& handler = *node.handlers[i];
    Label next;
    if (handler.type != nullptr) {
      const Register matched = m_unit->mark();
      const Operand type = operand(*handler.type);
      at(*handler.type);
      const Register result = m_unit->new_temporary();
      m_unit->emit(Op::match_exception, result, exception, type);
      m_unit->free_to(matched);
      m_unit->jump(Op::jump_if_false, next, result);
    } else if (i + 1 < node.handlers.size()) {
      fail(handler, "default 'except:' must be last");
      return;
    }
    if (m_options.traces_lines) emit_line(handler);
    if (!handler.name.empty()) store_name(handler.name, exception, handler);
    Block block{};
    block.kind = Block::Kind::handler;
    block.registers = exception;
    block.ranges = &inner;
    block.named = handler.name.empty() ? nullptr : &handler;
    m_unit->blocks.push_back(block);
    handler_body(handler);
    m_unit->blocks.pop_back();
    end_range(inner, m_unit->here());
    m_unit->emit(Op::leave_handler, exception);
    if (!handler.name.empty()) unbind_handler_name(handler);
    m_unit->jump(Op::jump, end);
    begin_range(inner, m_unit->here());
    m_unit->bind(next);
  }
  end_range(inner, m_unit->here());
  // Nobody wanted it.
  raise_again(exception, inner);
  m_unit->add_handlers(ranges, target, exception);
  m_unit->free_unset_to(mark);
  m_unit->bind(end);
}

/// The statements of an except clause; a name is unbound however they end.
void Compiler::handler_body(const ast::ExceptHandler& handler) {
  if (handler.name.empty()) {
    body(handler.body);
    return;
  }
  std::vector<Block::Range> ranges;
  Block block{};
  block.kind = Block::Kind::cleanup;
  block.ranges = &ranges;
  begin_range(ranges, m_unit->here());
  m_unit->blocks.push_back(block);
  body(handler.body);
  m_unit->blocks.pop_back();
  end_range(ranges, m_unit->here());
  Label end;
  m_unit->jump(Op::jump, end);
  const Register raised = m_unit->new_temporary();
  m_unit->add_handlers(ranges, m_unit->here(), raised);
  unbind_handler_name(handler);
  m_unit->emit(Op::reraise, raised);
  m_unit->free_unset_to(raised);
  m_unit->bind(end);
}

void Compiler::unbind_handler_name(const ast::ExceptHandler& handler) {
  store_name(handler.name, m_unit->constant(Value::none()), handler);
  delete_name(handler.name);
}

// ---- except* --------------------------------------------------------------------------------------------------------

void Compiler::try_except_group(const ast::TryLike& node) {
  Label end;
  std::vector<Block::Range> ranges;
  const Register mark = m_unit->mark();
  protected_body(node, ranges);
  body(node.orelse);
  m_unit->jump(Op::jump, end);

  const std::uint32_t target = m_unit->here();
  const Register exception = m_unit->new_temporaries(3);  // and what was handled before; then for raising again
  const auto again = static_cast<Register>(exception + 2);
  const Register raised = m_unit->new_temporary();  // list of what the clauses raise
  const Register rest = m_unit->new_temporary();    // what no clause has matched yet
  m_unit->emit(Op::enter_handler, exception);
  std::vector<Block::Range> inner;
  begin_range(inner, m_unit->here());
  m_unit->emit(Op::build_list, raised, raised, 0);
  m_unit->emit(Op::move, rest, exception);
  for (const ast::ExceptHandler* handler : node.handlers) {
    Label next;
    const Register match = m_unit->new_temporaries(2);
    const Operand type = operand(*handler->type);
    at(*handler->type);
    m_unit->emit(Op::move, match, rest);
    m_unit->emit(Op::match_group, match, match, type);
    m_unit->emit(Op::move_temp, rest, static_cast<Register>(match + 1));
    m_unit->jump(Op::jump_if_none, next, match);
    if (m_options.traces_lines) emit_line(*handler);
    if (!handler->name.empty()) store_name(handler->name, match, *handler);
    // The clause handles its part; what it raises is collected.
    const Register pair = m_unit->new_temporaries(2);
    m_unit->emit(Op::move_temp, pair, match);
    m_unit->emit(Op::enter_handler, pair);
    std::vector<Block::Range> clause;
    Block block{};
    block.kind = Block::Kind::handler;
    block.registers = pair;
    block.ranges = &clause;
    block.named = handler->name.empty() ? nullptr : handler;
    begin_range(clause, m_unit->here());
    m_unit->blocks.push_back(block);
    handler_body(*handler);
    m_unit->blocks.pop_back();
    end_range(clause, m_unit->here());
    m_unit->emit(Op::leave_handler, pair);
    if (!handler->name.empty()) unbind_handler_name(*handler);
    m_unit->jump(Op::jump, next);
    const Register collected = m_unit->new_temporary();
    m_unit->add_handlers(clause, m_unit->here(), collected);
    m_unit->emit(Op::leave_handler, pair);
    m_unit->emit(Op::list_append, raised, collected);
    m_unit->emit(Op::clear, collected);
    m_unit->bind(next);
    m_unit->free_unset_to(match);
  }
  m_unit->emit(Op::raise_group, raised, rest, exception);
  end_range(inner, m_unit->here());
  m_unit->emit(Op::leave_handler, exception);
  m_unit->emit(Op::clear, raised);
  m_unit->emit(Op::clear, rest);
  m_unit->jump(Op::jump, end);
  m_unit->add_handlers(inner, m_unit->here(), again);
  m_unit->emit(Op::leave_handler, exception);
  m_unit->emit(Op::reraise, again);
  m_unit->add_handlers(ranges, target, exception);
  m_unit->free_unset_to(mark);
  m_unit->bind(end);
}

// ---- with -----------------------------------------------------------------------------------------------------------

template <class With>
void Compiler::with_statement(const With& node, std::size_t item, bool is_async) {
  const ast::withitem& context = *node.items[item];
  const Register mark = m_unit->mark();
  // __exit__ and its self, three arguments for it; then __enter__ and its self.
  const Register exit = m_unit->new_temporaries(5);
  {
    const Register inner = m_unit->mark();
    const Register enter = m_unit->new_temporaries(2);
    const Register manager = register_operand(*context.context_expr);
    at(node);
    m_unit->emit(Op::load_enter, exit, manager, enter, is_async ? 1 : 0);
    m_unit->emit(Op::call, enter, 0, enter, 1);
    m_unit->emit_cache();
    if (is_async) m_unit->emit(Op::await, enter, enter, 0, 1);
    m_unit->set_owning(enter, true);
    // What is stored is covered by the block already; __enter__ itself is not.
    std::vector<Block::Range> ranges;
    Block block{};
    block.kind = Block::Kind::with;
    block.registers = exit;
    block.is_async = is_async;
    block.ranges = &ranges;
    begin_range(ranges, m_unit->here());
    m_unit->blocks.push_back(block);
    if (context.optional_vars != nullptr) store(*context.optional_vars, enter);
    m_unit->free_to(inner);
    if (item + 1 < node.items.size()) {
      with_statement(node, item + 1, is_async);
    } else {
      body(node.body);
    }
    m_unit->blocks.pop_back();
    end_range(ranges, m_unit->here());
    at(node);
    leave_block(block);
    Label end;
    m_unit->jump(Op::jump, end);

    const std::uint32_t target = m_unit->here();
    const Register exception = m_unit->new_temporaries(3);
    const auto again = static_cast<Register>(exception + 2);
    Label suppressed;
    m_unit->emit(Op::enter_handler, exception);
    const std::uint32_t start = m_unit->here();
    m_unit->emit(Op::with_exit, exit, again, exception);
    if (is_async) m_unit->emit(Op::await, again, again, 0, 2);
    m_unit->jump(Op::jump_if_true, suppressed, again, 1);
    const std::uint32_t stop = m_unit->here();
    raise_again(exception, {{start, stop}});
    m_unit->add_handlers(ranges, target, exception);
    m_unit->bind(suppressed);
    m_unit->emit(Op::leave_handler, exception);
    m_unit->bind(end);
  }
  m_unit->free_unset_to(mark);
}

template void Compiler::with_statement<ast::With>(const ast::With&, std::size_t, bool);
template void Compiler::with_statement<ast::AsyncWith>(const ast::AsyncWith&, std::size_t, bool);

}  // namespace loopline::script

#include "compiler.h"

#include <algorithm>
#include <iterator>
#include "script/program_form.h"
#include "script/vm.h"

namespace loopline::script {

void Compiler::emit_line(const ast::Node& node) {
  if (!m_options.traces_lines) return;
  at(node);
  m_unit->emit_wide(Op::line, 0, node.pos.line);
}

void Compiler::statement(const ast::stmt& node) {
  if (m_failed) return;
  const bool has_lines_of_its_own = node.kind == ast::Kind::While || node.kind == ast::Kind::For ||
                                    node.kind == ast::Kind::AsyncFor || node.kind == ast::Kind::Try ||
                                    node.kind == ast::Kind::TryStar || node.kind == ast::Kind::Global ||
                                    node.kind == ast::Kind::Nonlocal;
  const bool is_docstring = node.kind == ast::Kind::Expr && ast::is<ast::Constant>(ast::as<ast::Expr>(&node)->value);
  if (!has_lines_of_its_own && !is_docstring) emit_line(node);
  const Register mark = m_unit->mark();
  switch (node.kind) {
    case ast::Kind::FunctionDef: function_definition(*ast::as<ast::FunctionDef>(&node), false); break;
    case ast::Kind::AsyncFunctionDef: function_definition(*ast::as<ast::AsyncFunctionDef>(&node), true); break;
    case ast::Kind::ClassDef: class_definition(*ast::as<ast::ClassDef>(&node)); break;
    case ast::Kind::Return: return_statement(*ast::as<ast::Return>(&node)); break;
    case ast::Kind::Delete:
      for (const ast::expr* target : ast::as<ast::Delete>(&node)->targets) delete_target(*target);
      break;
    case ast::Kind::Assign: assign_statement(*ast::as<ast::Assign>(&node)); break;
    case ast::Kind::AugAssign: augmented_assignment(*ast::as<ast::AugAssign>(&node)); break;
    case ast::Kind::AnnAssign: annotated_assignment(*ast::as<ast::AnnAssign>(&node)); break;
    case ast::Kind::For: for_statement(*ast::as<ast::For>(&node)); break;
    case ast::Kind::AsyncFor: async_for_statement(*ast::as<ast::AsyncFor>(&node)); break;
    case ast::Kind::While: while_statement(*ast::as<ast::While>(&node)); break;
    case ast::Kind::If: if_statement(*ast::as<ast::If>(&node)); break;
    case ast::Kind::With: with_statement(*ast::as<ast::With>(&node), 0, false); break;
    case ast::Kind::AsyncWith:
      if (!in_async())
        fail(node, in_function() ? "'async with' outside async function" : "'async with' outside async function");
      with_statement(*ast::as<ast::AsyncWith>(&node), 0, true);
      break;
    case ast::Kind::Match: match_statement(*ast::as<ast::Match>(&node)); break;
    case ast::Kind::Raise: raise_statement(*ast::as<ast::Raise>(&node)); break;
    case ast::Kind::Try: try_statement(*ast::as<ast::Try>(&node), false); break;
    case ast::Kind::TryStar: try_statement(*ast::as<ast::TryStar>(&node), true); break;
    case ast::Kind::Assert: assert_statement(*ast::as<ast::Assert>(&node)); break;
    case ast::Kind::Import: import_statement(*ast::as<ast::Import>(&node)); break;
    case ast::Kind::ImportFrom: import_from_statement(*ast::as<ast::ImportFrom>(&node)); break;
    case ast::Kind::Expr: expression_statement(*ast::as<ast::Expr>(&node)); break;
    case ast::Kind::Break: break_statement(node, false); break;
    case ast::Kind::Continue: break_statement(node, true); break;
    default: break;
  }
  m_unit->free_to(mark);
}

void Compiler::expression_statement(const ast::Expr& node) {
  const bool is_typed =
      m_options.is_interactive || (m_options.form != nullptr && m_options.form->is_typed(node.pos.line));
  if (is_typed && m_unit->scope.kind == ScopeKind::module) {
    // What sys.displayhook does by itself: None is not shown.
    const Register function = m_unit->new_temporaries(2);
    const auto value = static_cast<Register>(function + 1);
    move(function, m_unit->constant(m_vm.display_function()));
    expression_to(*node.value, value);
    m_unit->emit(Op::call, function, 1, function);
    m_unit->emit_cache();
    return;
  }
  if (ast::is<ast::Constant>(node.value)) return;
  expression(*node.value);
}

// ---- assignment -----------------------------------------------------------------------------------------------------

void Compiler::assign_statement(const ast::Assign& node) {
  if (node.targets.size() == 1) {
    const ast::expr& target = *node.targets[0];
    if (ast::is<ast::Name>(&target)) {
      const Symbol& known = symbol(ast::as<ast::Name>(&target)->id);
      if (known.storage == Storage::local) {
        expression_to(*node.value, static_cast<Register>(known.register_number));
        return;
      }
    }
    const bool both_tuples =
        (ast::is<ast::Tuple>(&target) || ast::is<ast::List>(&target)) && ast::is<ast::Tuple>(node.value);
    if (both_tuples) {
      const auto& names =
          ast::is<ast::Tuple>(&target) ? ast::as<ast::Tuple>(&target)->elts : ast::as<ast::List>(&target)->elts;
      const auto& values = ast::as<ast::Tuple>(node.value)->elts;
      bool plain = names.size() == values.size() && names.size() <= 8;
      for (const ast::expr* name : names) plain = plain && !ast::is<ast::Starred>(name);
      for (const ast::expr* value : values) plain = plain && !ast::is<ast::Starred>(value);
      if (plain) {
        // a, b = x, y needs no tuple: all values first, then all targets.
        const Register base = m_unit->new_temporaries(static_cast<std::uint16_t>(names.size()));
        for (std::size_t i = 0; i < values.size(); ++i) {
          expression_to(*values[i], static_cast<Register>(base + i));
          m_unit->set_owning(static_cast<Register>(base + i), true);
        }
        for (std::size_t i = 0; i < names.size(); ++i) store(*names[i], static_cast<Register>(base + i));
        return;
      }
    }
  }
  const Operand value = operand(*node.value);
  for (const ast::expr* target : node.targets) store(*target, value);
}

void Compiler::store(const ast::expr& target, Operand value) {
  if (m_failed) return;
  const Register mark = m_unit->mark();
  switch (target.kind) {
    case ast::Kind::Name: store_name(ast::as<ast::Name>(&target)->id, value, target); break;
    case ast::Kind::Attribute: {
      const auto& attribute = *ast::as<ast::Attribute>(&target);
      const Register object = register_operand(*attribute.value);
      at(target);
      m_unit->emit(Op::store_attr, object, value, m_unit->name(mangle(m_unit->scope.private_class, attribute.attr)));
      m_unit->emit_cache();
      break;
    }
    case ast::Kind::Subscript: {
      const auto& subscript = *ast::as<ast::Subscript>(&target);
      const Register object = register_operand(*subscript.value);
      Operand key = 0;
      subscript_key(*subscript.slice, key);
      at(target);
      m_unit->emit(Op::store_index, object, key, value);
      break;
    }
    case ast::Kind::Tuple:
      at(target);
      unpack(ast::as<ast::Tuple>(&target)->elts, value);
      break;
    case ast::Kind::List:
      at(target);
      unpack(ast::as<ast::List>(&target)->elts, value);
      break;
    case ast::Kind::Starred: fail(target, "starred assignment target must be in a list or tuple"); break;
    default: fail(target, "cannot assign to this expression");
  }
  m_unit->free_to(mark);
}

void Compiler::unpack(const ast::Seq<ast::expr>& targets, Operand value) {
  int star = -1;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (!ast::is<ast::Starred>(targets[i])) continue;
    if (star >= 0) {
      fail(*targets[i], "multiple starred expressions in assignment");
      return;
    }
    star = static_cast<int>(i);
  }
  const auto count = static_cast<std::uint16_t>(targets.size());
  const Register base = m_unit->new_temporaries(count);
  if (star < 0) {
    m_unit->emit(Op::unpack, base, value, count);
  } else {
    const auto after = static_cast<std::uint8_t>(count - 1 - star);
    m_unit->emit(Op::unpack_starred, base, value, static_cast<std::uint16_t>(star), after);
  }
  for (std::uint16_t i = 0; i < count; ++i) m_unit->set_owning(static_cast<Register>(base + i), true);
  for (std::uint16_t i = 0; i < count; ++i) {
    const ast::expr* target = targets[i];
    if (ast::is<ast::Starred>(target)) target = ast::as<ast::Starred>(target)->value;
    store(*target, static_cast<Register>(base + i));
  }
}

void Compiler::augmented_assignment(const ast::AugAssign& node) {
  const Op op = instruction_of(node.op);
  switch (node.target->kind) {
    case ast::Kind::Name: {
      const auto& name = *ast::as<ast::Name>(node.target);
      const Symbol& known = symbol(name.id);
      if (known.storage == Storage::local) {
        const auto reg = static_cast<Register>(known.register_number);
        const Operand value = operand(*node.value);
        at(node);
        m_unit->emit(op, reg, reg, value, 1);
        return;
      }
      const Register result = m_unit->new_temporary();
      load_name(name, result);
      const Operand value = operand(*node.value);
      at(node);
      m_unit->emit(op, result, result, value, 1);
      store_name(name.id, result, node);
      return;
    }
    case ast::Kind::Attribute: {
      const auto& attribute = *ast::as<ast::Attribute>(node.target);
      const Register object = register_operand(*attribute.value);
      const Register result = m_unit->new_temporary();
      const Operand name = m_unit->name(mangle(m_unit->scope.private_class, attribute.attr));
      at(*node.target);
      m_unit->emit(Op::load_attr, result, object, name);
      m_unit->emit_cache();
      const Operand value = operand(*node.value);
      at(node);
      m_unit->emit(op, result, result, value, 1);
      at(*node.target);
      m_unit->emit(Op::store_attr, object, result, name);
      m_unit->emit_cache();
      return;
    }
    case ast::Kind::Subscript: {
      const auto& subscript = *ast::as<ast::Subscript>(node.target);
      const Register object = register_operand(*subscript.value);
      Operand key = 0;
      subscript_key(*subscript.slice, key);
      const Register result = m_unit->new_temporary();
      at(*node.target);
      m_unit->emit(Op::load_index, result, object, key);
      const Operand value = operand(*node.value);
      at(node);
      m_unit->emit(op, result, result, value, 1);
      at(*node.target);
      m_unit->emit(Op::store_index, object, key, result);
      return;
    }
    default: fail(node, "this target is not allowed in an augmented assignment");
  }
}

void Compiler::annotated_assignment(const ast::AnnAssign& node) {
  if (node.value != nullptr) {
    const Operand value = operand(*node.value);
    store(*node.target, value);
  }
  const bool noted = node.simple && !in_function() && ast::is<ast::Name>(node.target);
  if (!noted) return;
  const Register dest = m_unit->new_temporary();
  annotation(*node.annotation, dest);
  at(node);
  const std::string name = mangle(m_unit->scope.private_class, ast::as<ast::Name>(node.target)->id);
  m_unit->emit(Op::annotate, dest, m_unit->name(name));
}

void Compiler::delete_target(const ast::expr& node) {
  const Register mark = m_unit->mark();
  switch (node.kind) {
    case ast::Kind::Name:
      at(node);
      delete_name(ast::as<ast::Name>(&node)->id);
      break;
    case ast::Kind::Attribute: {
      const auto& attribute = *ast::as<ast::Attribute>(&node);
      const Register object = register_operand(*attribute.value);
      at(node);
      m_unit->emit(Op::delete_attr, object, 0, m_unit->name(mangle(m_unit->scope.private_class, attribute.attr)));
      break;
    }
    case ast::Kind::Subscript: {
      const auto& subscript = *ast::as<ast::Subscript>(&node);
      const Register object = register_operand(*subscript.value);
      Operand key = 0;
      subscript_key(*subscript.slice, key);
      at(node);
      m_unit->emit(Op::delete_index, object, key);
      break;
    }
    case ast::Kind::Tuple:
      for (const ast::expr* each : ast::as<ast::Tuple>(&node)->elts) delete_target(*each);
      break;
    case ast::Kind::List:
      for (const ast::expr* each : ast::as<ast::List>(&node)->elts) delete_target(*each);
      break;
    default: fail(node, "cannot delete this expression");
  }
  m_unit->free_to(mark);
}

// ---- flow -----------------------------------------------------------------------------------------------------------

void Compiler::if_statement(const ast::If& node) {
  Label otherwise;
  Label end;
  condition(*node.test, false, otherwise);
  body(node.body);
  if (!node.orelse.empty()) m_unit->jump(Op::jump, end);
  m_unit->bind(otherwise);
  body(node.orelse);
  m_unit->bind(end);
}

void Compiler::while_statement(const ast::While& node) {
  Label top;
  Label exhausted;
  Label end;
  m_unit->bind(top);
  emit_line(node);
  condition(*node.test, false, exhausted);
  Block block{};
  block.kind = Block::Kind::loop;
  block.break_label = &end;
  block.continue_label = &top;
  m_unit->blocks.push_back(block);
  body(node.body);
  m_unit->blocks.pop_back();
  at(node);
  m_unit->jump(Op::jump_back, top);
  m_unit->bind(exhausted);
  body(node.orelse);
  m_unit->bind(end);
}

void Compiler::for_statement(const ast::For& node) {
  emit_line(node);
  const Register iterator = m_unit->new_temporary();
  const Register source = iterated(*node.iter);
  at(node);
  m_unit->emit(Op::get_iter, iterator, source, 0, 1);
  m_unit->free_unset_to(source);
  Label top;
  Label exhausted;
  Label end;
  m_unit->bind(top);
  const Register mark = m_unit->mark();
  Register item = 0;
  bool direct = false;
  if (ast::is<ast::Name>(node.target)) {
    const Symbol& known = symbol(ast::as<ast::Name>(node.target)->id);
    if (known.storage == Storage::local) {
      item = static_cast<Register>(known.register_number);
      direct = true;
    }
  }
  if (!direct) item = m_unit->new_temporary();
  at(node);
  m_unit->emit(Op::for_iter, item, iterator);
  m_unit->jump(Op::extra, exhausted);
  if (!direct) {
    m_unit->set_owning(item, true);
    store(*node.target, item);
    m_unit->free_to(mark);
  }
  loop_body(node, iterator, top, end);
  m_unit->bind(exhausted);
  body(node.orelse);
  m_unit->bind(end);
}

/// The statements that run for each item, and the way back to the next.
void Compiler::loop_body(const ast::ForLike& node, Register iterator, Label& top, Label& end) {
  Block block{};
  block.kind = Block::Kind::loop;
  block.break_label = &end;
  block.continue_label = &top;
  block.iterator = iterator;
  m_unit->blocks.push_back(block);
  body(node.body);
  m_unit->blocks.pop_back();
  if (m_options.traces_lines) emit_line(node);
  at(node);
  m_unit->jump(Op::jump_back, top);
}

void Compiler::async_for_statement(const ast::AsyncFor& node) {
  if (!in_async()) {
    fail(node, "'async for' outside async function");
    return;
  }
  emit_line(node);
  const Register iterator = m_unit->new_temporary();
  {
    const Register mark = m_unit->mark();
    const Register source = expression(*node.iter);
    at(node);
    m_unit->emit(Op::get_aiter, iterator, source);
    m_unit->free_to(mark);
  }
  Label top;
  Label end;
  Label finished;
  m_unit->bind(top);
  const Register item = m_unit->new_temporary();
  at(node);
  const std::uint32_t start = m_unit->here();
  m_unit->emit(Op::get_anext, item, iterator);
  m_unit->emit(Op::await, item, item, 0, 3);
  const std::uint32_t stop = m_unit->here();
  m_unit->set_owning(item, true);
  store(*node.target, item);
  m_unit->free_to(item);
  loop_body(node, iterator, top, end);
  m_unit->add_handlers({{start, stop}}, m_unit->here(), item);
  at(node);
  m_unit->emit(Op::end_async_for, item);
  m_unit->emit(Op::clear, iterator);
  m_unit->bind(finished);
  body(node.orelse);
  m_unit->bind(end);
}

void Compiler::break_statement(const ast::Node& node, bool is_continue) {
  std::size_t target = m_unit->blocks.size();
  while (target > 0 && m_unit->blocks[target - 1].kind != Block::Kind::loop) --target;
  if (target == 0) {
    fail(node, is_continue ? "'continue' not properly in loop" : "'break' outside loop");
    return;
  }
  unwind_blocks(target);
  const Block& loop = m_unit->blocks[target - 1];
  at(node);
  if (is_continue) {
    m_unit->jump(Op::jump_back, *loop.continue_label);
  } else {
    if (loop.iterator >= 0) m_unit->emit(Op::clear, static_cast<Register>(loop.iterator));
    m_unit->jump(Op::jump, *loop.break_label);
  }
}

void Compiler::return_statement(const ast::Return& node) {
  if (!in_function()) {
    fail(node, "'return' outside function");
    return;
  }
  if (node.value != nullptr && m_unit->code->code_kind == CodeKind::async_generator) {
    fail(node, "'return' with value in async generator");
    return;
  }
  bool has_cleanup = false;
  for (const Block& block : m_unit->blocks) has_cleanup = has_cleanup || block.kind != Block::Kind::loop;
  Operand value = m_unit->constant(Value::none());
  if (node.value != nullptr) {
    // What runs on the way out must not change the result.
    value = has_cleanup && !fold(*node.value) ? expression(*node.value) : operand(*node.value);
  }
  if (has_cleanup) unwind_blocks(0);
  at(node);
  m_unit->emit(Op::return_, value);
}

void Compiler::raise_statement(const ast::Raise& node) {
  if (node.exc == nullptr) {
    at(node);
    m_unit->emit(Op::raise, kNoOperand);
    return;
  }
  const Register exception = expression(*node.exc);
  if (node.cause == nullptr) {
    at(node);
    m_unit->emit(Op::raise, exception);
    return;
  }
  const Register cause = expression(*node.cause);
  at(node);
  m_unit->emit(Op::raise, exception, cause, 0, 1);
}

namespace {

/// The comparison of a condition that is evaluated last: CPython places a failed assertion there, else at the
/// statement.
const ast::Node* last_comparison(const ast::expr& test) {
  if (ast::is<ast::Compare>(&test)) return &test;
  if (ast::is<ast::UnaryOp>(&test)) {
    const auto& operation = *ast::as<ast::UnaryOp>(&test);
    return operation.op == ast::UnaryOperator::Not ? last_comparison(*operation.operand) : nullptr;
  }
  if (!ast::is<ast::BoolOp>(&test)) return nullptr;
  const ast::Node* last = nullptr;
  for (const ast::expr* value : ast::as<ast::BoolOp>(&test)->values) {
    if (const ast::Node* found = last_comparison(*value)) last = found;
  }
  return last;
}

}  // namespace

void Compiler::assert_statement(const ast::Assert& node) {
  if (ast::is<ast::Tuple>(node.test) && !ast::as<ast::Tuple>(node.test)->elts.empty()) {
    // CPython warns: a tuple is always true. The assertion holds, as it says.
  }
  Label holds;
  condition(*node.test, true, holds);
  const Register base = m_unit->new_temporaries(2);
  at(node);
  m_unit->emit(Op::load_assertion_error, base);
  if (node.msg != nullptr) {
    expression_to(*node.msg, static_cast<Register>(base + 1));
    at(node);
    m_unit->emit(Op::call, base, 1, base);
    m_unit->emit_cache();
  }
  const ast::Node* comparison = last_comparison(*node.test);
  at(comparison != nullptr ? *comparison : node);
  m_unit->emit(Op::raise, base);
  m_unit->free_unset_to(base);
  m_unit->bind(holds);
}

// ---- imports --------------------------------------------------------------------------------------------------------

void Compiler::import_statement(const ast::Import& node) {
  for (const ast::alias* alias : node.names) {
    const Register mark = m_unit->mark();
    const Register module = m_unit->new_temporary();
    at(node);
    m_unit->emit(Op::import_name, module, m_unit->name(alias->name), m_unit->constant_index(Value::none()));
    std::string_view bound = alias->asname;
    if (bound.empty()) {
      bound = alias->name.substr(0, alias->name.find('.'));
    } else {
      // `import a.b as c` binds the last part.
      std::size_t dot = alias->name.find('.');
      while (dot != std::string_view::npos) {
        const std::size_t next = alias->name.find('.', dot + 1);
        const std::string_view part =
            alias->name.substr(dot + 1, next == std::string_view::npos ? next : next - dot - 1);
        m_unit->emit(Op::import_from, module, module, m_unit->name(part));
        dot = next;
      }
    }
    store_name(bound, module, node);
    m_unit->free_to(mark);
  }
}

namespace {

bool is_future_feature(std::string_view name) {
  static constexpr std::string_view kFeatures[] = {
      "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
      "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
  return std::find(std::begin(kFeatures), std::end(kFeatures), name) != std::end(kFeatures);
}

}  // namespace

void Compiler::import_from_statement(const ast::ImportFrom& node) {
  if (node.module == "__future__" && node.level == 0) {
    const bool typed = m_options.form != nullptr && m_options.form->is_typed(node.pos.line);
    if (m_leading_futures == 0 && !typed) {
      fail(node, "from __future__ imports must occur at the beginning of the file");
      return;
    }
    if (!typed) --m_leading_futures;
    for (const ast::alias* alias : node.names) {
      if (alias->name == "annotations") m_future_annotations = true;
      if (!is_future_feature(alias->name)) {
        fail(node, alias->name == "braces" ? std::string("not a chance")
                                           : "future feature " + std::string(alias->name) + " is not defined");
        return;
      }
    }
  }
  const Register mark = m_unit->mark();
  const Register module = m_unit->new_temporary();
  std::vector<Value> names;
  for (const ast::alias* alias : node.names) names.emplace_back(m_vm.intern(alias->name));
  at(node);
  m_unit->emit(Op::import_name, module, m_unit->name(node.module), m_unit->constant_index(Tuple::create(names)),
               static_cast<std::uint8_t>(node.level));
  for (const ast::alias* alias : node.names) {
    if (alias->name == "*") {
      m_unit->emit(Op::import_star, module);
      continue;
    }
    const Register item = m_unit->new_temporary();
    at(node);
    m_unit->emit(Op::import_from, item, module, m_unit->name(alias->name));
    store_name(alias->asname.empty() ? alias->name : alias->asname, item, node);
    m_unit->free_to(item);
  }
  m_unit->free_to(mark);
}

}  // namespace loopline::script

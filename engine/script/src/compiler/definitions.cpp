#include "compiler.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

std::string inner_qualname(const Unit& outer, const std::string& name) {
  if (outer.scope.kind == ScopeKind::module) return name;
  if (outer.scope.kind == ScopeKind::class_) return outer.qualname + "." + name;
  return outer.qualname + ".<locals>." + name;
}

}  // namespace

/// The parameters' registers, in the order of the code object: positional, keyword-only, *args, **kwargs.
void Compiler::begin_function(Unit& unit, const ast::arguments* args) {
  Code& code = *unit.code;
  const auto add = [&](std::string_view raw) {
    const std::string name = mangle(unit.scope.private_class, raw);
    unit.scope.symbol(name).register_number = static_cast<int>(code.local_names.size());
    code.local_names.push_back(m_vm.intern(name));
  };
  if (args != nullptr) {
    for (const ast::arg* argument : args->posonlyargs) add(argument->arg);
    for (const ast::arg* argument : args->args) add(argument->arg);
    for (const ast::arg* argument : args->kwonlyargs) add(argument->arg);
    if (args->vararg != nullptr) add(args->vararg->arg);
    if (args->kwarg != nullptr) add(args->kwarg->arg);
    code.positional_only_count = static_cast<std::uint16_t>(args->posonlyargs.size());
    code.positional_count = static_cast<std::uint16_t>(args->posonlyargs.size() + args->args.size());
    code.keyword_only_count = static_cast<std::uint16_t>(args->kwonlyargs.size());
    code.has_var_positional = args->vararg != nullptr;
    code.has_var_keyword = args->kwarg != nullptr;
  } else {
    add(".0");
    code.positional_count = 1;
  }
  code.is_simple = code.keyword_only_count == 0 && !code.has_var_positional && !code.has_var_keyword;
  allocate_variables(unit);
}

template <class Definition>
void Compiler::function_definition(const Definition& node, bool is_async) {
  const Register mark = m_unit->mark();
  const Register decorator = decorators(node.decorator_list);
  Scope& scope = m_symbols.scope_of(node);
  const CodeKind kind = is_async ? (scope.is_generator ? CodeKind::async_generator : CodeKind::coroutine)
                                 : (scope.is_generator ? CodeKind::generator : CodeKind::function);
  Unit inner(m_vm, m_unit, scope, m_source, kind, std::string(node.name));
  inner.qualname =
      symbol(node.name).is_global ? std::string(node.name) : inner_qualname(*m_unit, std::string(node.name));
  inner.code->first_line = node.decorator_list.empty() ? node.pos.line : node.decorator_list[0]->pos.line;
  inner.position = {node.pos.line, node.pos.column, node.pos.line, node.pos.column};
  const Register noted = annotations(*node.args, node.returns);

  Unit* outer = m_unit;
  m_unit = &inner;
  begin_function(inner, node.args);
  if (!node.body.empty() && ast::is<ast::Expr>(node.body[0])) {
    const ast::expr* first = ast::as<ast::Expr>(node.body[0])->value;
    if (ast::is<ast::Constant>(first) && ast::as<ast::Constant>(first)->type == ast::ConstantType::Str) {
      inner.code->doc = constant_value(*ast::as<ast::Constant>(first));
    }
  }
  body(node.body);
  const ast::stmt& last = *node.body.back();
  inner.position = {last.pos.end_line, 0, last.pos.end_line, 0};
  if (!ast::is<ast::Return>(&last)) inner.position = last.pos;
  inner.emit(Op::return_, inner.constant(Value::none()));
  finish_function(inner);
  m_unit = outer;

  at(node);
  const Register function = make_function(inner, node.args, kNoOperand, noted);
  decorate(decorator, node.decorator_list.size(), function);
  at(node);
  store_name(node.name, function, node);
  m_unit->free_to(mark);
}

/// Emits make_function with what it takes from the outside: defaults, annotations, cells. `dest` may be kNoOperand.
Register Compiler::make_function(Unit& inner, const ast::arguments* args, Register dest,
                                 Register annotations_register) {
  const Register function = dest == kNoOperand ? m_unit->new_temporary() : dest;
  const Register mark = m_unit->mark();
  const Register extras = m_unit->new_temporaries(4);  // defaults, keyword defaults, closure, annotations
  const auto place = [&](int i) { return static_cast<Register>(extras + i); };
  if (args != nullptr && !args->defaults.empty()) {
    display(args->defaults, Op::build_tuple, place(0));
  } else {
    m_unit->emit(Op::clear, place(0));
  }
  bool has_keyword_defaults = false;
  if (args != nullptr) {
    for (const ast::expr* value : args->kw_defaults) has_keyword_defaults = has_keyword_defaults || value != nullptr;
  }
  if (has_keyword_defaults) {
    m_unit->emit(Op::build_dict, place(1), place(1), 0);
    for (std::size_t i = 0; i < args->kwonlyargs.size(); ++i) {
      if (args->kw_defaults[i] == nullptr) continue;
      const Register before = m_unit->mark();
      const Operand value = operand(*args->kw_defaults[i]);
      const std::string name = mangle(inner.scope.private_class, args->kwonlyargs[i]->arg);
      m_unit->emit(Op::dict_set, place(1), m_unit->constant(m_vm.intern(name)), value);
      m_unit->free_to(before);
    }
  } else {
    m_unit->emit(Op::clear, place(1));
  }
  if (!inner.code->free_names.empty()) {
    const auto count = static_cast<std::uint16_t>(inner.code->free_names.size());
    const Register cells = m_unit->new_temporaries(count);
    for (std::uint16_t i = 0; i < count; ++i) {
      const std::string name(inner.code->free_names[i]->view());
      Register cell = 0;
      if (m_unit->scope.kind == ScopeKind::class_ && name == "__class__" && m_unit->code->uses_class_cell) {
        cell = m_unit->code->class_cell;
      } else {
        cell = static_cast<Register>(m_unit->scope.symbol(name).register_number);
      }
      m_unit->emit(Op::move, static_cast<Register>(cells + i), cell);
    }
    m_unit->emit(Op::build_tuple, place(2), cells, count);
  } else {
    m_unit->emit(Op::clear, place(2));
  }
  if (annotations_register != kNoOperand) {
    m_unit->emit(Op::move_temp, place(3), annotations_register);
  } else {
    m_unit->emit(Op::clear, place(3));
  }
  m_unit->emit(Op::make_function, function, m_unit->constant_index(inner.code), extras);
  m_unit->free_unset_to(mark);
  m_unit->set_owning(function, true);
  return function;
}

Register Compiler::lambda(const ast::Lambda& node, Register dest) {
  Scope& scope = m_symbols.scope_of(node);
  const CodeKind kind = scope.is_generator ? CodeKind::generator : CodeKind::function;
  Unit inner(m_vm, m_unit, scope, m_source, kind, "<lambda>");
  inner.qualname = inner_qualname(*m_unit, "<lambda>");
  inner.code->first_line = node.pos.line;
  inner.position = node.pos;
  Unit* outer = m_unit;
  m_unit = &inner;
  begin_function(inner, node.args);
  emit_line(*node.body);
  const Operand value = operand(*node.body);
  inner.position = node.body->pos;
  inner.emit(Op::return_, value);
  finish_function(inner);
  m_unit = outer;
  at(node);
  return make_function(inner, node.args, dest, kNoOperand);
}

// ---- annotations and decorators -------------------------------------------------------------------------------------

/// A dictionary of annotations in a temporary, or kNoOperand if there are none.
Register Compiler::annotations(const ast::arguments& args, const ast::expr* returns) {
  std::vector<std::pair<std::string_view, const ast::expr*>> all;
  const auto each = [&](const ast::arg* argument) {
    if (argument != nullptr && argument->annotation != nullptr) all.emplace_back(argument->arg, argument->annotation);
  };
  for (const ast::arg* argument : args.posonlyargs) each(argument);
  for (const ast::arg* argument : args.args) each(argument);
  each(args.vararg);
  for (const ast::arg* argument : args.kwonlyargs) each(argument);
  each(args.kwarg);
  if (returns != nullptr) all.emplace_back("return", returns);
  if (all.empty()) return kNoOperand;
  const Register dict = m_unit->new_temporary();
  m_unit->emit(Op::build_dict, dict, dict, 0);
  for (const auto& [name, node] : all) {
    const Register value = m_unit->new_temporary();
    annotation(*node, value);
    const std::string mangled = mangle(m_unit->scope.private_class, name);
    m_unit->emit(Op::dict_set, dict, m_unit->constant(m_vm.intern(mangled)), value);
    m_unit->set_owning(value, true);
    m_unit->free_to(value);
  }
  return dict;
}

/// An annotation is kept as its value; where evaluating it would fail, as its text. Pasted code often lacks the imports
/// of its annotations, and they change nothing.
void Compiler::annotation(const ast::expr& node, Register dest) {
  const Operand text = m_unit->constant(m_vm.str(source_text(node)));
  if (m_future_annotations) {
    move(dest, text);
    return;
  }
  const std::uint32_t start = m_unit->here();
  expression_to(node, dest);
  const std::uint32_t stop = m_unit->here();
  Label end;
  m_unit->jump(Op::jump, end);
  const Register raised = m_unit->new_temporary();
  m_unit->add_handlers({{start, stop}}, m_unit->here(), raised);
  m_unit->emit(Op::clear, raised);
  move(dest, text);
  m_unit->bind(end);
  m_unit->free_unset_to(raised);
}

/// Evaluates decorators into neighbouring pairs of temporaries: the callable, and room for its argument.
Register Compiler::decorators(const ast::Seq<ast::expr>& list) {
  if (list.empty()) return kNoOperand;
  const Register base = m_unit->new_temporaries(static_cast<std::uint16_t>(list.size() * 2));
  for (std::size_t i = 0; i < list.size(); ++i) {
    emit_line(*list[i]);
    expression_to(*list[i], static_cast<Register>(base + 2 * i));
  }
  return base;
}

void Compiler::decorate(Register first, std::size_t count, Register value) {
  for (std::size_t i = count; i-- > 0;) {
    const auto callable = static_cast<Register>(first + 2 * i);
    m_unit->emit(Op::move_temp, static_cast<Register>(callable + 1), value);
    m_unit->emit(Op::call, callable, 1, value);
    m_unit->emit_cache();
  }
}

// ---- classes --------------------------------------------------------------------------------------------------------

void Compiler::class_definition(const ast::ClassDef& node) {
  const Register mark = m_unit->mark();
  const Register decorator = decorators(node.decorator_list);
  Scope& scope = m_symbols.scope_of(node);
  Unit inner(m_vm, m_unit, scope, m_source, CodeKind::class_body, std::string(node.name));
  inner.qualname =
      symbol(node.name).is_global ? std::string(node.name) : inner_qualname(*m_unit, std::string(node.name));
  inner.code->first_line = node.decorator_list.empty() ? node.pos.line : node.decorator_list[0]->pos.line;
  inner.position = {node.pos.line, node.pos.column, node.pos.line, node.pos.column};
  Unit* outer = m_unit;
  m_unit = &inner;
  allocate_variables(inner);
  const Register value = inner.new_temporary();
  inner.emit(Op::load_name, value, inner.name("__name__"));
  inner.emit(Op::store_name, value, inner.name("__module__"));
  move(value, inner.constant(m_vm.intern(inner.qualname)));
  inner.emit(Op::store_name, value, inner.name("__qualname__"));
  inner.free_unset_to(value);
  if (!node.body.empty() && ast::is<ast::Expr>(node.body[0])) {
    const ast::expr* first = ast::as<ast::Expr>(node.body[0])->value;
    if (ast::is<ast::Constant>(first) && ast::as<ast::Constant>(first)->type == ast::ConstantType::Str) {
      move(value, inner.constant(constant_value(*ast::as<ast::Constant>(first))));
      inner.emit(Op::store_name, value, inner.name("__doc__"));
    }
  }
  body(node.body);
  inner.emit(Op::return_, inner.code->uses_class_cell ? inner.code->class_cell : inner.constant(Value::none()));
  finish_function(inner);
  m_unit = outer;

  at(node);
  const Register base = m_unit->new_temporaries(4);  // body function, name, bases, keywords
  const auto place = [&](int i) { return static_cast<Register>(base + i); };
  make_function(inner, nullptr, place(0), kNoOperand);
  m_unit->set_owning(place(0), false);
  move(place(1), m_unit->constant(m_vm.intern(node.name)));
  display(node.bases, Op::build_tuple, place(2));
  if (node.keywords.empty()) {
    m_unit->emit(Op::clear, place(3));
  } else {
    m_unit->emit(Op::build_dict, place(3), place(3), 0);
    for (const ast::keyword* keyword : node.keywords) {
      const Register before = m_unit->mark();
      if (keyword->arg.empty()) {
        const Register mapping = expression(*keyword->value);
        m_unit->emit(Op::dict_merge, place(3), mapping);
        m_unit->free_unset_to(before);
      } else {
        const Operand keyword_value = operand(*keyword->value);
        m_unit->emit(Op::dict_set, place(3), m_unit->constant(m_vm.intern(keyword->arg)), keyword_value);
        m_unit->free_to(before);
      }
    }
  }
  at(node);
  m_unit->emit(Op::build_class, base, base);
  m_unit->set_owning(base, true);
  decorate(decorator, node.decorator_list.size(), base);
  at(node);
  store_name(node.name, base, node);
  m_unit->free_to(mark);
}

// ---- comprehensions -------------------------------------------------------------------------------------------------

void Compiler::comprehension(const ast::expr& node, const ast::Seq<ast::comprehension>& generators,
                             const ast::expr* element, const ast::expr* value, Register dest) {
  Scope& scope = m_symbols.scope_of(node);
  const bool is_generator = ast::is<ast::GeneratorExp>(&node);
  if (scope.is_async && !is_generator && !in_async() &&
      !(m_unit->scope.kind == ScopeKind::comprehension && m_unit->scope.is_async)) {
    fail(node, "asynchronous comprehension outside of an asynchronous function");
    return;
  }
  const CodeKind kind = is_generator ? (scope.is_async ? CodeKind::async_generator : CodeKind::generator)
                                     : (scope.is_async ? CodeKind::coroutine : CodeKind::function);
  Unit inner(m_vm, m_unit, scope, m_source, kind, scope.name);
  inner.qualname = inner_qualname(*m_unit, scope.name);
  inner.code->first_line = node.pos.line;
  inner.position = node.pos;

  // Called with the iterator of the first iterable, which is evaluated here.
  const Register mark = m_unit->mark();
  const Register base = m_unit->new_temporaries(2);
  const auto argument = static_cast<Register>(base + 1);

  Unit* outer = m_unit;
  m_unit = &inner;
  begin_function(inner, nullptr);
  Register result = 0;
  if (!is_generator) {
    result = inner.new_temporary();
    const Op build = ast::is<ast::ListComp>(&node)  ? Op::build_list
                     : ast::is<ast::SetComp>(&node) ? Op::build_set
                                                    : Op::build_dict;
    inner.emit(build, result, result, 0);
  }
  comprehension_loop(node, generators, 0, element, value, result);
  inner.position = node.pos;
  inner.emit(Op::return_, is_generator ? inner.constant(Value::none()) : result);
  finish_function(inner);
  m_unit = outer;

  at(node);
  make_function(inner, nullptr, base, kNoOperand);
  m_unit->set_owning(base, false);
  const Register source = iterated(*generators[0]->iter);
  at(*generators[0]->iter);
  if (generators[0]->is_async) {
    m_unit->emit(Op::get_aiter, argument, source);
    m_unit->free_to(source);
  } else {
    m_unit->emit(Op::get_iter, argument, source, 0, 1);
    m_unit->free_unset_to(source);
  }
  at(node);
  m_unit->emit(Op::call, base, 1, dest);
  m_unit->emit_cache();
  if (scope.is_async && !is_generator) {
    const Register awaited = m_unit->is_temporary(dest) ? dest : base;
    if (awaited != dest) m_unit->emit(Op::move, awaited, dest);
    m_unit->emit(Op::await, dest, awaited);
  }
  m_unit->free_unset_to(mark);
}

void Compiler::comprehension_loop(const ast::expr& node, const ast::Seq<ast::comprehension>& generators,
                                  std::size_t index, const ast::expr* element, const ast::expr* value,
                                  Register result) {
  const ast::comprehension& generator = *generators[index];
  Register iterator = 0;
  if (index == 0) {
    iterator = static_cast<Register>(m_unit->scope.symbol(".0").register_number);
  } else {
    iterator = m_unit->new_temporary();
    const Register source = iterated(*generator.iter);
    at(*generator.iter);
    m_unit->emit(generator.is_async ? Op::get_aiter : Op::get_iter, iterator, source, 0, generator.is_async ? 0 : 1);
    m_unit->free_unset_to(source);
    if (generator.is_async) m_unit->emit(Op::clear, source);
  }
  Label top;
  Label end;
  m_unit->bind(top);
  const Register mark = m_unit->mark();
  const Register item = m_unit->new_temporary();
  at(*generator.target);
  std::uint32_t start = 0;
  std::uint32_t stop = 0;
  if (generator.is_async) {
    start = m_unit->here();
    m_unit->emit(Op::get_anext, item, iterator);
    m_unit->emit(Op::await, item, item, 0, 3);
    stop = m_unit->here();
  } else {
    m_unit->emit(Op::for_iter, item, iterator);
    m_unit->jump(Op::extra, end);
  }
  m_unit->set_owning(item, true);
  store(*generator.target, item);
  m_unit->free_to(item);
  Label next;
  for (const ast::expr* test : generator.ifs) condition(*test, false, next);
  if (index + 1 < generators.size()) {
    comprehension_loop(node, generators, index + 1, element, value, result);
  } else if (ast::is<ast::GeneratorExp>(&node)) {
    const Operand produced = operand(*element);
    at(*element);
    const Register sent = m_unit->new_temporary();
    m_unit->emit(m_unit->code->code_kind == CodeKind::async_generator ? Op::async_yield : Op::yield_, sent, produced);
  } else if (ast::is<ast::DictComp>(&node)) {
    const Operand key = operand(*element);
    const Operand produced = operand(*value);
    at(*element);
    m_unit->emit(Op::dict_set, result, key, produced);
  } else {
    const Operand produced = operand(*element);
    at(*element);
    m_unit->emit(ast::is<ast::SetComp>(&node) ? Op::set_add : Op::list_append, result, produced);
  }
  m_unit->free_to(mark);
  m_unit->bind(next);
  m_unit->jump(Op::jump_back, top);
  if (generator.is_async) {
    m_unit->add_handlers({{start, stop}}, m_unit->here(), item);
    m_unit->emit(Op::end_async_for, item);
    m_unit->emit(Op::clear, iterator);
  }
  m_unit->bind(end);
}

template void Compiler::function_definition<ast::FunctionDef>(const ast::FunctionDef&, bool);
template void Compiler::function_definition<ast::AsyncFunctionDef>(const ast::AsyncFunctionDef&, bool);

}  // namespace loopline::script

#include "compiler.h"

#include "script/program_form.h"
#include "script/vm.h"
#include "syntax_warnings.h"

namespace loopline::script {

Compiler::Compiler(Vm& vm, Ref<Source> source, const CompileOptions& options)
    : m_vm(vm), m_source(std::move(source)), m_options(options) {}

namespace {

/// How many imports from __future__ the module begins with, behind its docstring.
std::size_t leading_futures(const ast::Module& module) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < module.body.size(); ++i) {
    const ast::stmt* statement = module.body[i];
    const bool is_docstring =
        i == 0 && ast::is<ast::Expr>(statement) && ast::is<ast::Constant>(ast::as<ast::Expr>(statement)->value) &&
        ast::as<ast::Constant>(ast::as<ast::Expr>(statement)->value)->type == ast::ConstantType::Str;
    if (is_docstring) continue;
    if (!ast::is<ast::ImportFrom>(statement)) break;
    const ast::ImportFrom& node = *ast::as<ast::ImportFrom>(statement);
    if (node.module != "__future__" || node.level != 0) break;
    ++found;
  }
  return found;
}

}  // namespace

Ref<Code> Compiler::compile(const Tree& tree) {
  if (std::optional<Diagnostic> found = SymbolTable::build(*tree.root(), m_symbols, m_options.uses_namespace)) {
    mistake = *found;
    mistake.line_text = std::string(m_source->line(mistake.line));
    return nullptr;
  }
  const bool awaits = m_options.form != nullptr && m_options.form->awaits;
  Unit unit(m_vm, nullptr, m_symbols.root(), m_source, awaits ? CodeKind::coroutine : CodeKind::module, "<module>");
  m_unit = &unit;
  unit.code->first_line = 1;
  unit.position = {1, 0, 1, 0};
  allocate_variables(unit);
  if (ast::is<ast::Module>(tree.root())) {
    const ast::Module& module = tree.module();
    if (!module.body.empty() && ast::is<ast::Expr>(module.body[0])) {
      const ast::expr* first = ast::as<ast::Expr>(module.body[0])->value;
      if (ast::is<ast::Constant>(first) && ast::as<ast::Constant>(first)->type == ast::ConstantType::Str) {
        store_name("__doc__", unit.constant(constant_value(*ast::as<ast::Constant>(first))), *first);
      }
    }
    m_leading_futures = leading_futures(module);
    body(module.body);
    unit.emit(Op::return_, unit.constant(Value::none()));
  } else {
    const ast::expr& expression_node = *tree.expression().body;
    const Operand value = operand(expression_node);
    unit.emit(Op::return_, value);
  }
  finish_function(unit);
  m_unit = nullptr;
  if (m_failed) return nullptr;
  if (m_options.warns && !m_options.is_library) tell_warnings(*tree.root());
  return unit.code;
}

void Compiler::tell_warnings(const ast::Node& root) {
  for (const SyntaxWarning& each : syntax_warnings(root)) {
    std::string_view line = m_source->line(each.line);
    const std::size_t first = line.find_first_not_of(" \t\f");
    line = first == std::string_view::npos ? std::string_view() : line.substr(first);
    line = line.substr(0, line.find_last_not_of(" \t\f\r\n") + 1);
    const bool is_file = !m_source->file_name.starts_with('<');
    m_vm.report(m_source->file_name + ":" + std::to_string(each.line) + ": SyntaxWarning: " + each.message + "\n" +
                (is_file && !line.empty() ? "  " + std::string(line) + "\n" : ""));
  }
}

void Compiler::fail(const ast::Node& at, std::string message, Diagnostic::Kind kind) {
  if (m_failed) return;
  m_failed = true;
  mistake.kind = kind;
  mistake.message = std::move(message);
  mistake.line = at.pos.line;
  mistake.column = at.pos.column + 1;
  mistake.end_line = at.pos.end_line;
  mistake.end_column = at.pos.end_column + 1;
  mistake.line_text = std::string(m_source->line(at.pos.line));
}

bool Compiler::in_async() const {
  return m_unit->code->code_kind == CodeKind::coroutine || m_unit->code->code_kind == CodeKind::async_generator;
}

Symbol& Compiler::symbol(std::string_view raw) {
  return m_unit->scope.symbol(mangle(m_unit->scope.private_class, raw));
}

std::string_view Compiler::source_text(const ast::Node& node) const {
  std::string_view text = m_source->text;
  std::size_t start = 0;
  for (int line = 1; line < node.pos.line; ++line) start = text.find('\n', start) + 1;
  std::size_t end = start;
  for (int line = node.pos.line; line < node.pos.end_line; ++line) end = text.find('\n', end) + 1;
  start += static_cast<std::size_t>(node.pos.column);
  end += static_cast<std::size_t>(node.pos.end_column);
  return end <= text.size() && start <= end ? text.substr(start, end - start) : std::string_view();
}

// ---- variables ------------------------------------------------------------------------------------------------------

/// Gives registers to the scope's local variables (parameters have theirs already) and to the cells of its free ones.
void Compiler::allocate_variables(Unit& unit) {
  Code& code = *unit.code;
  std::vector<Register> new_cells;
  for (const std::string& name : unit.scope.order) {
    Symbol& symbol = unit.scope.symbols[name];
    if (symbol.storage != Storage::local && symbol.storage != Storage::cell) continue;
    if (symbol.register_number < 0) {
      symbol.register_number = static_cast<int>(code.local_names.size());
      code.local_names.push_back(m_vm.intern(name));
      if (symbol.storage == Storage::cell) new_cells.push_back(static_cast<Register>(symbol.register_number));
    } else if (symbol.storage == Storage::cell) {
      code.cell_parameters.push_back(static_cast<Register>(symbol.register_number));
    }
  }
  if (unit.scope.kind == ScopeKind::class_ && unit.scope.needs_class_cell) {
    code.uses_class_cell = true;
    code.class_cell = static_cast<Register>(code.local_names.size());
    code.local_names.push_back(m_vm.intern("__class__"));
    new_cells.push_back(code.class_cell);
  }
  for (const std::string& name : unit.scope.free_names) {
    unit.scope.symbol(name).register_number = static_cast<int>(code.local_names.size() + code.free_names.size());
    code.free_names.push_back(m_vm.intern(name));
  }
  code.first_temporary = static_cast<Register>(code.local_names.size() + code.free_names.size());
  code.register_count = code.first_temporary;
  for (const Register cell : code.cell_parameters) unit.emit(Op::make_cell, cell);
  for (const Register cell : new_cells) unit.emit(Op::make_cell, cell);
}

void Compiler::finish_function(Unit& unit) {
  unit.finish();
  if (!unit.too_large.empty() && !m_failed) {
    m_failed = true;
    mistake.kind = Diagnostic::Kind::unsupported;
    mistake.message = "this is more than one function can hold: " + unit.too_large;
    mistake.line = unit.code->first_line;
    mistake.column = 1;
    mistake.line_text = std::string(m_source->line(mistake.line));
  }
}

void Compiler::load_name(const ast::Name& node, Register dest) {
  const std::string name = mangle(m_unit->scope.private_class, node.id);
  const Symbol& symbol = m_unit->scope.symbol(name);
  at(node);
  switch (symbol.storage) {
    case Storage::local: move(dest, static_cast<Register>(symbol.register_number)); break;
    case Storage::cell:
    case Storage::free: m_unit->emit(Op::load_cell, dest, static_cast<Register>(symbol.register_number)); break;
    case Storage::global:
      m_unit->emit(Op::load_global, dest, m_unit->name(name));
      m_unit->emit_cache();
      break;
    case Storage::name: m_unit->emit(Op::load_name, dest, m_unit->name(name)); break;
  }
}

void Compiler::store_name(std::string_view raw, Operand value, const ast::Node& node) {
  const std::string name = mangle(m_unit->scope.private_class, raw);
  const Symbol& symbol = m_unit->scope.symbol(name);
  at(node);
  switch (symbol.storage) {
    case Storage::local: move(static_cast<Register>(symbol.register_number), value); break;
    case Storage::cell:
    case Storage::free: m_unit->emit(Op::store_cell, static_cast<Register>(symbol.register_number), value); break;
    case Storage::global:
    case Storage::name: {
      Operand from = value;
      const Register mark = m_unit->mark();
      if (from >= kConstantOperand) {
        from = m_unit->new_temporary();
        move(from, value);
      }
      if (symbol.storage == Storage::global) {
        m_unit->emit(Op::store_global, from, m_unit->name(name));
        m_unit->emit_cache();
      } else {
        m_unit->emit(Op::store_name, from, m_unit->name(name));
      }
      m_unit->free_to(mark);
      break;
    }
  }
}

void Compiler::delete_name(std::string_view raw) {
  const std::string name = mangle(m_unit->scope.private_class, raw);
  const Symbol& symbol = m_unit->scope.symbol(name);
  const auto reg = static_cast<Register>(symbol.register_number);
  switch (symbol.storage) {
    case Storage::local: m_unit->emit(Op::delete_local, reg); break;
    case Storage::cell:
    case Storage::free: m_unit->emit(Op::delete_cell, reg); break;
    case Storage::global: m_unit->emit(Op::delete_global, 0, m_unit->name(name)); break;
    case Storage::name: m_unit->emit(Op::delete_name, 0, m_unit->name(name)); break;
  }
}

void Compiler::move(Register dest, Operand from) {
  if (from == dest) return;
  if (from >= kConstantOperand) {
    m_unit->emit_wide(Op::load_const, dest, from & ~kConstantOperand);
  } else {
    m_unit->emit(Op::move, dest, from);
  }
}

}  // namespace loopline::script

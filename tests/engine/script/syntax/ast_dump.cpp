#include "ast_dump.h"

#include <array>
#include <span>
#include <string_view>

#include "python_repr.h"
#include "script/syntax/ast.h"

namespace loopline::script {

namespace {

using namespace ast;

constexpr std::array context_names = {"Load", "Store", "Del"};
constexpr std::array bool_names = {"And", "Or"};
constexpr std::array operator_names = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                                       "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};
constexpr std::array unary_names = {"Invert", "Not", "UAdd", "USub"};
constexpr std::array compare_names = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};

template <typename Enum, std::size_t N>
std::string call_of(const std::array<const char*, N>& names, Enum value) {
  return std::string(names[static_cast<std::size_t>(value)]) + "()";
}

class Dumper {
 public:
  explicit Dumper(bool attributes) : m_attributes(attributes) {}

  std::string run(const Node* root) {
    node(root);
    return std::move(m_out);
  }

 private:
  // ---- pieces

  void begin(std::string_view name) {
    m_out.append(name).push_back('(');
    m_first = true;
  }
  void key(std::string_view name) {
    if (!m_first) m_out.append(", ");
    m_first = false;
    m_out.append(name).push_back('=');
  }
  void raw(std::string_view name, std::string_view text) {
    key(name);
    m_out.append(text);
  }
  void end(const Node* node, bool has_place = true) {
    if (m_attributes && has_place) {
      raw("lineno", std::to_string(node->pos.line));
      raw("col_offset", std::to_string(node->pos.column));
      raw("end_lineno", std::to_string(node->pos.end_line));
      raw("end_col_offset", std::to_string(node->pos.end_column));
    }
    m_out.push_back(')');
    m_first = false;
  }
  /// A field that Python leaves out when it is None.
  void maybe(std::string_view name, const Node* value) {
    if (value != nullptr) child(name, value);
  }
  void child(std::string_view name, const Node* value) {
    key(name);
    node(value);
  }
  void identifier(std::string_view name, std::string_view value) { raw(name, repr_of_string(value)); }
  void maybe_identifier(std::string_view name, std::string_view value) {
    if (!value.empty()) identifier(name, value);
  }
  template <typename T>
  void list(std::string_view name, std::span<T*> items) {
    key(name);
    m_out.push_back('[');
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i != 0) m_out.append(", ");
      if (items[i] == nullptr) {
        m_out.append("None");
      } else {
        node(items[i]);
      }
    }
    m_out.push_back(']');
  }
  void identifiers(std::string_view name, std::span<Identifier> items) {
    key(name);
    m_out.push_back('[');
    for (std::size_t i = 0; i < items.size(); ++i) m_out.append(i != 0 ? ", " : "").append(repr_of_string(items[i]));
    m_out.push_back(']');
  }
  void context(ExprContext ctx) { raw("ctx", call_of(context_names, ctx)); }

  // ---- nodes

  void node(const Node* any);
  void statement(const Node* any);
  void expression(const Node* any);
  void pattern_node(const Node* any);
  void other(const Node* any);

  void function(std::string_view name, const FunctionLike* it) {
    begin(name);
    identifier("name", it->name);
    child("args", it->args);
    list("body", it->body);
    list("decorator_list", it->decorator_list);
    maybe("returns", it->returns);
    end(it);
  }
  void loop(std::string_view name, const ForLike* it) {
    begin(name);
    child("target", it->target);
    child("iter", it->iter);
    list("body", it->body);
    list("orelse", it->orelse);
    end(it);
  }
  void with(std::string_view name, const WithLike* it) {
    begin(name);
    list("items", it->items);
    list("body", it->body);
    end(it);
  }
  void try_(std::string_view name, const TryLike* it) {
    begin(name);
    list("body", it->body);
    list("handlers", it->handlers);
    list("orelse", it->orelse);
    list("finalbody", it->finalbody);
    end(it);
  }
  void comprehension_of(std::string_view name, const ElementComprehension* it) {
    begin(name);
    child("elt", it->elt);
    list("generators", it->generators);
    end(it);
  }
  void value_only(std::string_view name, const expr* it, const expr* value) {
    begin(name);
    maybe("value", value);
    end(it);
  }
  void elements(std::string_view name, const expr* it, Seq<expr> elts, ExprContext ctx) {
    begin(name);
    list("elts", elts);
    context(ctx);
    end(it);
  }
  void compare(const Compare* it) {
    begin("Compare");
    child("left", it->left);
    key("ops");
    m_out.push_back('[');
    for (std::size_t i = 0; i < it->ops.size(); ++i)
      m_out.append(i != 0 ? ", " : "").append(call_of(compare_names, it->ops[i]));
    m_out.push_back(']');
    list("comparators", it->comparators);
    end(it);
  }

  bool m_attributes;
  bool m_first = true;
  std::string m_out;
};

void Dumper::node(const Node* any) {
  if (any->kind == Kind::Module) {
    begin("Module");
    list("body", as<Module>(any)->body);
    raw("type_ignores", "[]");
    end(any, false);
  } else if (any->kind == Kind::Expression) {
    begin("Expression");
    child("body", as<Expression>(any)->body);
    end(any, false);
  } else if (any->kind <= Kind::Continue) {
    statement(any);
  } else if (any->kind <= Kind::Slice) {
    expression(any);
  } else if (any->kind <= Kind::MatchOr) {
    pattern_node(any);
  } else {
    other(any);
  }
}

void Dumper::statement(const Node* any) {
  switch (any->kind) {
    case Kind::FunctionDef: return function("FunctionDef", as<FunctionDef>(any));
    case Kind::AsyncFunctionDef: return function("AsyncFunctionDef", as<AsyncFunctionDef>(any));
    case Kind::ClassDef: {
      const auto* it = as<ClassDef>(any);
      begin("ClassDef");
      identifier("name", it->name);
      list("bases", it->bases);
      list("keywords", it->keywords);
      list("body", it->body);
      list("decorator_list", it->decorator_list);
      return end(any);
    }
    case Kind::Return:
      begin("Return");
      maybe("value", as<Return>(any)->value);
      return end(any);
    case Kind::Delete:
      begin("Delete");
      list("targets", as<Delete>(any)->targets);
      return end(any);
    case Kind::Assign:
      begin("Assign");
      list("targets", as<Assign>(any)->targets);
      child("value", as<Assign>(any)->value);
      return end(any);
    case Kind::AugAssign:
      begin("AugAssign");
      child("target", as<AugAssign>(any)->target);
      raw("op", call_of(operator_names, as<AugAssign>(any)->op));
      child("value", as<AugAssign>(any)->value);
      return end(any);
    case Kind::AnnAssign:
      begin("AnnAssign");
      child("target", as<AnnAssign>(any)->target);
      child("annotation", as<AnnAssign>(any)->annotation);
      maybe("value", as<AnnAssign>(any)->value);
      raw("simple", as<AnnAssign>(any)->simple ? "1" : "0");
      return end(any);
    case Kind::For: return loop("For", as<For>(any));
    case Kind::AsyncFor: return loop("AsyncFor", as<AsyncFor>(any));
    case Kind::While:
      begin("While");
      child("test", as<While>(any)->test);
      list("body", as<While>(any)->body);
      list("orelse", as<While>(any)->orelse);
      return end(any);
    case Kind::If:
      begin("If");
      child("test", as<If>(any)->test);
      list("body", as<If>(any)->body);
      list("orelse", as<If>(any)->orelse);
      return end(any);
    case Kind::With: return with("With", as<With>(any));
    case Kind::AsyncWith: return with("AsyncWith", as<AsyncWith>(any));
    case Kind::Match:
      begin("Match");
      child("subject", as<Match>(any)->subject);
      list("cases", as<Match>(any)->cases);
      return end(any);
    case Kind::Raise:
      begin("Raise");
      maybe("exc", as<Raise>(any)->exc);
      maybe("cause", as<Raise>(any)->cause);
      return end(any);
    case Kind::Try: return try_("Try", as<Try>(any));
    case Kind::TryStar: return try_("TryStar", as<TryStar>(any));
    case Kind::Assert:
      begin("Assert");
      child("test", as<Assert>(any)->test);
      maybe("msg", as<Assert>(any)->msg);
      return end(any);
    case Kind::Import:
      begin("Import");
      list("names", as<Import>(any)->names);
      return end(any);
    case Kind::ImportFrom:
      begin("ImportFrom");
      maybe_identifier("module", as<ImportFrom>(any)->module);
      list("names", as<ImportFrom>(any)->names);
      raw("level", std::to_string(as<ImportFrom>(any)->level));
      return end(any);
    case Kind::Global:
      begin("Global");
      identifiers("names", as<Global>(any)->names);
      return end(any);
    case Kind::Nonlocal:
      begin("Nonlocal");
      identifiers("names", as<Nonlocal>(any)->names);
      return end(any);
    case Kind::Expr:
      begin("Expr");
      child("value", as<Expr>(any)->value);
      return end(any);
    case Kind::Pass: begin("Pass"); return end(any);
    case Kind::Break: begin("Break"); return end(any);
    default: begin("Continue"); return end(any);
  }
}

void Dumper::expression(const Node* any) {
  switch (any->kind) {
    case Kind::BoolOp:
      begin("BoolOp");
      raw("op", call_of(bool_names, as<BoolOp>(any)->op));
      list("values", as<BoolOp>(any)->values);
      return end(any);
    case Kind::NamedExpr:
      begin("NamedExpr");
      child("target", as<NamedExpr>(any)->target);
      child("value", as<NamedExpr>(any)->value);
      return end(any);
    case Kind::BinOp:
      begin("BinOp");
      child("left", as<BinOp>(any)->left);
      raw("op", call_of(operator_names, as<BinOp>(any)->op));
      child("right", as<BinOp>(any)->right);
      return end(any);
    case Kind::UnaryOp:
      begin("UnaryOp");
      raw("op", call_of(unary_names, as<UnaryOp>(any)->op));
      child("operand", as<UnaryOp>(any)->operand);
      return end(any);
    case Kind::Lambda:
      begin("Lambda");
      child("args", as<Lambda>(any)->args);
      child("body", as<Lambda>(any)->body);
      return end(any);
    case Kind::IfExp:
      begin("IfExp");
      child("test", as<IfExp>(any)->test);
      child("body", as<IfExp>(any)->body);
      child("orelse", as<IfExp>(any)->orelse);
      return end(any);
    case Kind::Dict:
      begin("Dict");
      list("keys", as<Dict>(any)->keys);
      list("values", as<Dict>(any)->values);
      return end(any);
    case Kind::Set:
      begin("Set");
      list("elts", as<Set>(any)->elts);
      return end(any);
    case Kind::ListComp: return comprehension_of("ListComp", as<ListComp>(any));
    case Kind::SetComp: return comprehension_of("SetComp", as<SetComp>(any));
    case Kind::GeneratorExp: return comprehension_of("GeneratorExp", as<GeneratorExp>(any));
    case Kind::DictComp:
      begin("DictComp");
      child("key", as<DictComp>(any)->key);
      child("value", as<DictComp>(any)->value);
      list("generators", as<DictComp>(any)->generators);
      return end(any);
    case Kind::Await: return value_only("Await", as<Await>(any), as<Await>(any)->value);
    case Kind::Yield: return value_only("Yield", as<Yield>(any), as<Yield>(any)->value);
    case Kind::YieldFrom: return value_only("YieldFrom", as<YieldFrom>(any), as<YieldFrom>(any)->value);
    case Kind::Compare: return compare(as<Compare>(any));
    case Kind::Call:
      begin("Call");
      child("func", as<Call>(any)->func);
      list("args", as<Call>(any)->args);
      list("keywords", as<Call>(any)->keywords);
      return end(any);
    case Kind::FormattedValue:
      begin("FormattedValue");
      child("value", as<FormattedValue>(any)->value);
      raw("conversion", std::to_string(as<FormattedValue>(any)->conversion));
      maybe("format_spec", as<FormattedValue>(any)->format_spec);
      return end(any);
    case Kind::JoinedStr:
      begin("JoinedStr");
      list("values", as<JoinedStr>(any)->values);
      return end(any);
    case Kind::Constant:
      begin("Constant");
      raw("value", repr(*as<Constant>(any)));
      if (as<Constant>(any)->unicode_prefix) raw("kind", "'u'");
      return end(any);
    case Kind::Attribute:
      begin("Attribute");
      child("value", as<Attribute>(any)->value);
      identifier("attr", as<Attribute>(any)->attr);
      context(as<Attribute>(any)->ctx);
      return end(any);
    case Kind::Subscript:
      begin("Subscript");
      child("value", as<Subscript>(any)->value);
      child("slice", as<Subscript>(any)->slice);
      context(as<Subscript>(any)->ctx);
      return end(any);
    case Kind::Starred:
      begin("Starred");
      child("value", as<Starred>(any)->value);
      context(as<Starred>(any)->ctx);
      return end(any);
    case Kind::Name:
      begin("Name");
      identifier("id", as<Name>(any)->id);
      context(as<Name>(any)->ctx);
      return end(any);
    case Kind::List: return elements("List", as<List>(any), as<List>(any)->elts, as<List>(any)->ctx);
    case Kind::Tuple: return elements("Tuple", as<Tuple>(any), as<Tuple>(any)->elts, as<Tuple>(any)->ctx);
    default:
      begin("Slice");
      maybe("lower", as<Slice>(any)->lower);
      maybe("upper", as<Slice>(any)->upper);
      maybe("step", as<Slice>(any)->step);
      return end(any);
  }
}

void Dumper::pattern_node(const Node* any) {
  switch (any->kind) {
    case Kind::MatchValue:
      begin("MatchValue");
      child("value", as<MatchValue>(any)->value);
      return end(any);
    case Kind::MatchSingleton:
      begin("MatchSingleton");
      raw("value", repr(as<MatchSingleton>(any)->value));
      return end(any);
    case Kind::MatchSequence:
      begin("MatchSequence");
      list("patterns", as<MatchSequence>(any)->patterns);
      return end(any);
    case Kind::MatchMapping:
      begin("MatchMapping");
      list("keys", as<MatchMapping>(any)->keys);
      list("patterns", as<MatchMapping>(any)->patterns);
      maybe_identifier("rest", as<MatchMapping>(any)->rest);
      return end(any);
    case Kind::MatchClass:
      begin("MatchClass");
      child("cls", as<MatchClass>(any)->cls);
      list("patterns", as<MatchClass>(any)->patterns);
      identifiers("kwd_attrs", as<MatchClass>(any)->kwd_attrs);
      list("kwd_patterns", as<MatchClass>(any)->kwd_patterns);
      return end(any);
    case Kind::MatchStar:
      begin("MatchStar");
      maybe_identifier("name", as<MatchStar>(any)->name);
      return end(any);
    case Kind::MatchAs:
      begin("MatchAs");
      maybe("pattern", as<MatchAs>(any)->pattern);
      maybe_identifier("name", as<MatchAs>(any)->name);
      return end(any);
    default:
      begin("MatchOr");
      list("patterns", as<MatchOr>(any)->patterns);
      return end(any);
  }
}

void Dumper::other(const Node* any) {
  switch (any->kind) {
    case Kind::comprehension:
      begin("comprehension");
      child("target", as<comprehension>(any)->target);
      child("iter", as<comprehension>(any)->iter);
      list("ifs", as<comprehension>(any)->ifs);
      raw("is_async", as<comprehension>(any)->is_async ? "1" : "0");
      return end(any, false);
    case Kind::ExceptHandler:
      begin("ExceptHandler");
      maybe("type", as<ExceptHandler>(any)->type);
      maybe_identifier("name", as<ExceptHandler>(any)->name);
      list("body", as<ExceptHandler>(any)->body);
      return end(any);
    case Kind::arguments: {
      const auto* it = as<arguments>(any);
      begin("arguments");
      list("posonlyargs", it->posonlyargs);
      list("args", it->args);
      maybe("vararg", it->vararg);
      list("kwonlyargs", it->kwonlyargs);
      list("kw_defaults", it->kw_defaults);
      maybe("kwarg", it->kwarg);
      list("defaults", it->defaults);
      return end(any, false);
    }
    case Kind::arg:
      begin("arg");
      identifier("arg", as<ast::arg>(any)->arg);
      maybe("annotation", as<ast::arg>(any)->annotation);
      return end(any);
    case Kind::keyword:
      begin("keyword");
      maybe_identifier("arg", as<keyword>(any)->arg);
      child("value", as<keyword>(any)->value);
      return end(any);
    case Kind::alias:
      begin("alias");
      identifier("name", as<alias>(any)->name);
      maybe_identifier("asname", as<alias>(any)->asname);
      return end(any);
    case Kind::withitem:
      begin("withitem");
      child("context_expr", as<withitem>(any)->context_expr);
      maybe("optional_vars", as<withitem>(any)->optional_vars);
      return end(any, false);
    default:
      begin("match_case");
      child("pattern", as<match_case>(any)->pattern);
      maybe("guard", as<match_case>(any)->guard);
      list("body", as<match_case>(any)->body);
      return end(any, false);
  }
}

}  // namespace

std::string dump(const Tree& tree, bool attributes) { return Dumper(attributes).run(tree.root()); }

}  // namespace loopline::script

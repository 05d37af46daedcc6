/* shanhai-formula.c - how one indicator is computed of others. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-formula.h"

#include <string.h>

/* deeper brackets than these aren't read, so that no text runs the stack out */
#define MAX_DEPTH 32

typedef enum
{
  NODE_NUMBER,
  NODE_OPERAND,
  NODE_BINARY,
} NodeKind;

typedef struct _Node Node;

struct _Node
{
  NodeKind       kind;
  ShanhaiDecimal number;
  guint          operand;
  char           operator;
  Node          *left, *right;
};

struct _ShanhaiFormula
{
  Node           *root;
  ShanhaiOperand  operands[SHANHAI_FORMULA_MAX_OPERANDS];
  guint           n_operands;
};

typedef struct
{
  const char     *p;
  ShanhaiFormula *formula;
  guint           depth;
} Parser;

static void
node_free (Node *node)
{
  if (node == NULL)
    return;

  node_free (node->left);
  node_free (node->right);
  g_free (node);
}

static Node *
node_new_binary (char  operator,
                 Node *left,
                 Node *right)
{
  Node *node = g_new0 (Node, 1);

  node->kind = NODE_BINARY;
  node->operator = operator;
  node->left = left;
  node->right = right;

  return node;
}

static void
skip_spaces (Parser *self)
{
  while (*self->p == ' ')
    self->p++;
}

static bool
is_key_byte (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == '.' || (c & 0x80) != 0;
}

/* a key ends before a hyphen that nothing follows */
static char *
take_key (Parser *self)
{
  const char *start = self->p;

  while (is_key_byte (*self->p))
    self->p++;
  while (self->p > start && self->p[-1] == '-')
    self->p--;

  return g_strndup (start, (gsize) (self->p - start));
}

static Node *
node_new_operand (Parser             *self,
                  ShanhaiOperandKind  kind,
                  const char         *key)
{
  const char *indicator = g_intern_string (key);
  ShanhaiFormula *formula = self->formula;
  Node *node;
  guint i;

  for (i = 0; i < formula->n_operands; i++)
    if (formula->operands[i].kind == kind && formula->operands[i].indicator == indicator)
      break;
  if (i == SHANHAI_FORMULA_MAX_OPERANDS)
    return NULL;
  if (i == formula->n_operands)
    formula->operands[formula->n_operands++] = (ShanhaiOperand) { kind, indicator };

  node = g_new0 (Node, 1);
  node->kind = NODE_OPERAND;
  node->operand = i;

  return node;
}

static Node *parse_sum (Parser *self);

static Node *
parse_bracket (Parser *self)
{
  Node *node;

  if (++self->depth > MAX_DEPTH)
    return NULL;
  self->p++;
  node = parse_sum (self);
  skip_spaces (self);
  if (node == NULL || *self->p != ')')
    {
      node_free (node);
      return NULL;
    }
  self->p++;
  self->depth--;

  return node;
}

/* start(key), end(key) */
static Node *
parse_end (Parser             *self,
           ShanhaiOperandKind  kind)
{
  g_autofree char *key = NULL;

  self->p++;
  skip_spaces (self);
  key = take_key (self);
  skip_spaces (self);
  if (*key == '\0' || *self->p != ')')
    return NULL;
  self->p++;

  return node_new_operand (self, kind, key);
}

static Node *
parse_factor (Parser *self)
{
  g_autofree char *key = NULL;

  skip_spaces (self);
  if (*self->p == '(')
    return parse_bracket (self);

  if (!is_key_byte (*self->p) || *self->p == '-')
    return NULL;
  key = take_key (self);
  if (g_ascii_isdigit (*key))
    {
      Node *node = g_new0 (Node, 1);

      if (shanhai_decimal_parse (key, -1, &node->number))
        return node;
      g_free (node);
    }
  skip_spaces (self);
  if (*self->p == '(')
    return strcmp (key, "start") == 0 ? parse_end (self, SHANHAI_OPERAND_START)
           : strcmp (key, "end") == 0 ? parse_end (self, SHANHAI_OPERAND_END)
                                      : NULL;
  if (strcmp (key, "years") == 0)
    return node_new_operand (self, SHANHAI_OPERAND_YEARS, NULL);

  return node_new_operand (self, SHANHAI_OPERAND_VALUE, key);
}

static Node *
parse_chain (Parser      *self,
             const char  *operators,
             Node      *(*parse) (Parser *self))
{
  Node *left = parse (self);

  while (left != NULL)
    {
      char operator;
      Node *right;

      skip_spaces (self);
      operator = *self->p;
      if (operator == '\0' || strchr (operators, operator) == NULL)
        break;
      self->p++;
      right = parse (self);
      if (right == NULL)
        {
          node_free (left);
          return NULL;
        }
      left = node_new_binary (operator, left, right);
    }

  return left;
}

static Node *
parse_product (Parser *self)
{
  return parse_chain (self, "*/", parse_factor);
}

static Node *
parse_sum (Parser *self)
{
  return parse_chain (self, "+-", parse_product);
}

ShanhaiFormula *
shanhai_formula_parse (const char *text)
{
  g_autoptr (ShanhaiFormula) self = g_new0 (ShanhaiFormula, 1);
  Parser parser = { text, self, 0 };

  if (text == NULL)
    return NULL;

  self->root = parse_sum (&parser);
  skip_spaces (&parser);
  if (self->root == NULL || *parser.p != '\0' || self->n_operands == 0)
    return NULL;

  return g_steal_pointer (&self);
}

void
shanhai_formula_free (ShanhaiFormula *self)
{
  if (self == NULL)
    return;

  node_free (self->root);
  g_free (self);
}

const ShanhaiOperand *
shanhai_formula_get_operands (const ShanhaiFormula *self,
                              guint                *n)
{
  *n = self->n_operands;

  return self->operands;
}

bool
shanhai_formula_has_kind (const ShanhaiFormula *self,
                          ShanhaiOperandKind    kind)
{
  for (guint i = 0; i < self->n_operands; i++)
    if (self->operands[i].kind == kind)
      return true;

  return false;
}

static bool
node_has (const Node *node,
          NodeKind    kind,
          char        operator)
{
  return node != NULL && ((node->kind == kind && (operator == '\0' || node->operator == operator)) ||
                          node_has (node->left, kind, operator) || node_has (node->right, kind, operator));
}

bool
shanhai_formula_has_operator (const ShanhaiFormula *self,
                              char                  operator)
{
  return node_has (self->root, NODE_BINARY, operator);
}

bool
shanhai_formula_has_number (const ShanhaiFormula *self)
{
  return node_has (self->root, NODE_NUMBER, '\0');
}

static bool
evaluate (const Node            *node,
          const ShanhaiInterval *values,
          ShanhaiInterval       *out)
{
  ShanhaiInterval left, right;

  if (node->kind == NODE_NUMBER)
    {
      *out = shanhai_interval_point (&node->number);
      return true;
    }
  if (node->kind == NODE_OPERAND)
    {
      *out = values[node->operand];
      return true;
    }
  if (!evaluate (node->left, values, &left) || !evaluate (node->right, values, &right))
    return false;

  switch (node->operator)
    {
    case '+':
      return shanhai_interval_add (&left, &right, out);
    case '-':
      return shanhai_interval_subtract (&left, &right, out);
    case '*':
      return shanhai_interval_multiply (&left, &right, out);
    default:
      return shanhai_interval_divide (&left, &right, out);
    }
}

bool
shanhai_formula_evaluate (const ShanhaiFormula  *self,
                          const ShanhaiInterval *values,
                          ShanhaiInterval       *out)
{
  return evaluate (self->root, values, out);
}

static bool
is_sum (const Node *node)
{
  return node->kind == NODE_BINARY && (node->operator == '+' || node->operator == '-');
}

static void
append_node (const Node         *node,
             const char * const *names,
             bool                bracket,
             GString            *out)
{
  const char *sign = node->operator == '-' ? " − " : node->operator == '*' ? " × " : node->operator == '/' ? " ÷ " : " + ";

  if (node->kind == NODE_NUMBER)
    {
      shanhai_decimal_append (&node->number, out);
      return;
    }
  if (node->kind == NODE_OPERAND)
    {
      g_string_append (out, names[node->operand]);
      return;
    }

  if (bracket)
    g_string_append_c (out, '(');
  append_node (node->left, names, !is_sum (node) && is_sum (node->left), out);
  g_string_append (out, sign);
  /* a − (b + c), a ÷ (b × c) */
  append_node (node->right, names, node->right->kind == NODE_BINARY && node->operator != '+', out);
  if (bracket)
    g_string_append_c (out, ')');
}

char *
shanhai_formula_dup_text (const ShanhaiFormula *self,
                          const char * const   *names)
{
  GString *out = g_string_new (NULL);

  append_node (self->root, names, false, out);

  return g_string_free (out, FALSE);
}

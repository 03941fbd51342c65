import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** What an operation is called, what it asks, and what it does with an item. One file each. */
export interface Operation {
  option: INodePropertyOptions & { value: string; action: string };
  fields: INodeProperties[];

  /** Answers one item: what to put out for it. */
  run?(node: IExecuteFunctions, item: number): Promise<IDataObject | IDataObject[]>;

  /** Answers all items with one request, where each depends on the others. */
  runTogether?(node: IExecuteFunctions): Promise<INodeExecutionData[]>;
}

/** A thing of the connector and what can be done with it. */
export interface Resource {
  option: INodePropertyOptions & { value: string };
  operations: Operation[];

  /** The operation chosen at first. */
  first: string;
}

/** All fields of a resource, each shown for its own operation only. */
export function fieldsOf({ option, operations, first }: Resource): INodeProperties[] {
  const chooser: INodeProperties = {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    default: first,
    displayOptions: { show: { resource: [option.value] } },
    options: operations.map((operation) => operation.option),
  };
  return [
    chooser,
    ...operations.flatMap((operation) => operation.fields.map((field) => shownFor(option.value, operation.option.value, field))),
  ];
}

function shownFor(resource: string, operation: string, field: INodeProperties): INodeProperties {
  const { show, ...others } = field.displayOptions ?? {};
  return { ...field, displayOptions: { ...others, show: { resource: [resource], operation: [operation], ...show } } };
}
